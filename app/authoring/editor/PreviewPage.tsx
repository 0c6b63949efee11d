import type { Entries } from '~/assessment/answer-entry'
import type { DraftItem } from '~/assessment/item'
import { presentItem } from '~/assessment/present'
import { StepFields } from '~/assessment/StepFields'
import { FeedbackPanel } from '~/learning/quiz/FeedbackPanel'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button, ButtonLink } from '~/ui/Button'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Tabs } from '~/ui/Tabs'
import type { DraftState } from '../drafts/draft-kind'
import { previewSeed, shownItem, type Tried } from './try-item'

type PreviewPageProps = {
  id: string
  item: DraftItem
  state: DraftState
  width: 'phone' | 'desktop'
  /** What an answer that was tried gets. */
  reply: { tried: Tried | null; typed: Entries } | null
}

/** An item as a learner will meet it, on a phone or on a desktop, to be answered without a record. */
export function PreviewPage({ id, item, state, width, reply }: PreviewPageProps) {
  const t = useT('studio')
  const survey = useT('survey')
  const locale = useLocale()
  const here = paths.studioPreview(id, { width })
  const empty = item.stem[locale].trim() === ''
  const tried = reply?.tried
  const error =
    tried?.kind === 'fault'
      ? survey(`fault.${tried.fault}`, tried.values)
      : tried?.kind === 'empty'
        ? t('preview.choose')
        : undefined
  return (
    <Main>
      <BackLink to={state === 'published' ? paths.studioReview(id) : paths.studioItem(id)}>
        {t('preview.back')}
      </BackLink>
      <ErrorSummary errors={error ? [{ fieldId: 'answer', text: error }] : []} />
      <p className="small muted">{t('preview.text')}</p>
      <Tabs
        label={t('preview.width')}
        items={(['phone', 'desktop'] as const).map((each) => ({
          to: paths.studioPreview(id, { width: each }),
          label: t(`preview.${each}`),
          current: each === width,
        }))}
      />
      {empty ? (
        <>
          <PageTitle>{t('preview.title')}</PageTitle>
          <Note kind="info">{t('preview.empty')}</Note>
        </>
      ) : (
        <div className={width === 'desktop' ? 'preview preview-wide' : 'preview'}>
          {tried?.kind === 'feedback' ? (
            <>
              <FeedbackPanel feedback={tried.feedback} />
              <p>
                <ButtonLink quiet to={here}>
                  {t('preview.again')}
                </ButtonLink>
              </p>
            </>
          ) : (
            <form method="post" action={here} id={mainFormId} noValidate>
              <StepFields
                view={presentItem(shownItem(item), locale, previewSeed)}
                filled={reply?.typed ?? {}}
                error={error}
              />
              <Button>{t('preview.try')}</Button>
            </form>
          )}
        </div>
      )}
    </Main>
  )
}
