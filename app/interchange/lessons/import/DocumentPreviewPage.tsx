import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { LessonMend } from './LessonMend'
import { LossList } from './LossList'
import { keptDocumentDays, moduleLimits } from './sent-document'
import type { DocumentPreview } from './view-document.server'

type DocumentPreviewPageProps = { view: DocumentPreview; saved: boolean; error?: string }

/** What was found in a document, lesson by lesson beside its original; nothing of it counts before it is confirmed. */
export function DocumentPreviewPage({ view, saved, error }: DocumentPreviewPageProps) {
  const t = useT('documents')
  const locale = useLocale()
  const { id, fileName, kind, title, all, taken, page, pages, lessons, losses } = view
  const counted = { all: formatNumber(locale, all), taken: formatNumber(locale, taken) }
  return (
    <>
      <PageTitle
        lead={
          <>
            <b>{t('preview.nothing')}</b> {t('preview.lead', counted)}
          </>
        }
        under={kind ? t(`kind.${kind}`) : null}
      >
        {t('preview.title', { file: fileName })}
      </PageTitle>
      {saved ? (
        <Note kind="done" role="status">
          {t('preview.saved')}
        </Note>
      ) : null}
      <LossList losses={losses} />
      <form method="post" id="lessons">
        <HiddenFields values={{ page, shown: lessons.map(({ number }) => number).join(' ') }} />
        <Field
          id="module"
          name="module"
          label={t('preview.moduleTitle')}
          defaultValue={title}
          maxLength={moduleLimits.title}
          error={error}
        />
        {lessons.map((lesson) => (
          <LessonMend key={lesson.number} view={view} lesson={lesson} />
        ))}
        <ButtonRow>
          <Button name="intent" value="save" quiet>
            {t('preview.save')}
          </Button>
          {page < pages ? (
            <Button name="intent" value="next" quiet>
              {t('preview.next')}
            </Button>
          ) : null}
        </ButtonRow>
        <p className="muted">
          {t('preview.confirmText', { limit: moduleLimits.lessons })}{' '}
          {t('preview.kept', { days: keptDocumentDays })}
        </p>
        <ButtonRow>
          <Button name="intent" value="confirm">
            {t('preview.confirm')}
          </Button>
          <Button name="intent" value="discard" quiet>
            {t('preview.discard')}
          </Button>
        </ButtonRow>
      </form>
      <Pagination page={page} pages={pages} hrefOf={(n) => paths.studioDocument(id, { page: n })} />
    </>
  )
}
