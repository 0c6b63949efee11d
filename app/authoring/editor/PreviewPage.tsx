import type { DraftItem } from '~/assessment/item'
import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Tabs } from '~/ui/Tabs'
import type { DraftState } from '../drafts/draft-kind'
import { ItemPreview } from './ItemPreview'

type PreviewPageProps = { id: string; item: DraftItem; state: DraftState; width: 'phone' | 'desktop' }

/** An item as a learner will see it, on a phone or on a desktop. */
export function PreviewPage({ id, item, state, width }: PreviewPageProps) {
  const t = useT('studio')
  const locale = useLocale()
  return (
    <Main>
      <BackLink to={state === 'published' ? paths.studioReview(id) : paths.studioItem(id)}>
        {t('preview.back')}
      </BackLink>
      <p className="small muted">{t('preview.text')}</p>
      <Tabs
        label={t('preview.width')}
        items={(['phone', 'desktop'] as const).map((each) => ({
          to: paths.studioPreview(id, { width: each }),
          label: t(`preview.${each}`),
          current: each === width,
        }))}
      />
      {item.stem[locale].trim() === '' ? <PageTitle>{t('preview.title')}</PageTitle> : null}
      <ItemPreview item={item} wide={width === 'desktop'} />
    </Main>
  )
}
