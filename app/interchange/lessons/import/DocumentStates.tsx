import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import type { DocumentPreview, DocumentView } from './view-document.server'

/** A document that is not a preview: being read, unreadable, a draft already or thrown away. */
export function DocumentStates({ view }: { view: Exclude<DocumentView, DocumentPreview> }) {
  const t = useT('documents')
  const locale = useLocale()
  const file = view.fileName
  const another = (
    <ButtonLink to={paths.studioDocuments()} quiet>
      {t('done.another')}
    </ButtonLink>
  )
  switch (view.state) {
    case 'reading':
      return (
        <>
          <PageTitle>{t('reading.title', { file })}</PageTitle>
          <p role="status">{t('reading.text')}</p>
          <p>
            <a href={paths.studioDocument(view.id)}>{t('reading.again')}</a>
          </p>
        </>
      )
    case 'failed':
      return (
        <>
          <PageTitle>{t('failed.title', { file })}</PageTitle>
          <Note kind="stop" title={t('failed.nothing')}>
            {translateMessage(locale, 'documents', view.problem)}
          </Note>
          <ButtonRow>{another}</ButtonRow>
        </>
      )
    case 'discarded':
      return (
        <>
          <PageTitle>{t('discarded.title', { file })}</PageTitle>
          <p>{t('discarded.text')}</p>
          <ButtonRow>{another}</ButtonRow>
        </>
      )
    case 'confirmed':
      return (
        <>
          <PageTitle>{t('done.title', { file })}</PageTitle>
          <Note kind="done" role="status">
            {t('done.text', { count: view.lessonCount ?? 0 })}
          </Note>
          <ButtonRow>
            <ButtonLink to={paths.studioModule(view.draftId)}>{t('done.open')}</ButtonLink>
            {another}
          </ButtonRow>
        </>
      )
  }
}
