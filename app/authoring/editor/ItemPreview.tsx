import { presentItem } from '~/assessment/present'
import type { DraftItem, Item } from '~/assessment/item'
import { StepFields } from '~/assessment/StepFields'
import { useLocale, useT } from '~/platform/i18n/react'

type ItemPreviewProps = { item: DraftItem; wide?: boolean }

/** An item as a learner meets it, to look at and not to answer. */
export function ItemPreview({ item, wide }: ItemPreviewProps) {
  const locale = useLocale()
  const t = useT('studio')
  if (item.stem[locale].trim() === '') return <p className="muted">{t('preview.empty')}</p>
  const whole = { ...item, level: item.level ?? 1, competency: item.competency ?? '' } as unknown as Item
  return (
    <div className={wide ? 'preview preview-wide' : 'preview'} {...{ inert: '' }}>
      <StepFields view={presentItem(whole, locale, 'preview')} filled={{}} />
    </div>
  )
}
