import { paths } from '~/paths'
import type { FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { LanguageForm } from '~/ui/LanguageForm'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { DocumentSections, faultOf, type ConflictReply } from './DocumentSections'
import { textField } from './document-form'
import type { DocumentView } from './view-document.server'

export type DocumentReply = FormReply & { conflict?: ConflictReply }
type Props = { view: DocumentView; note: string | null; ask: string | null; reply?: DocumentReply | null }

/** A document to be edited: its wording section by section, tables and charts by their names. */
export function DocumentPage({ view, note, ask, reply }: Props) {
  const t = useT('official')
  const { document, outline, sections, moved } = view
  const { id, kind, editedAt, editor, language } = document
  const title = t(`kind.${kind}`)
  if (ask === 'remove')
    return (
      <Main wide>
        <LanguageForm />
        <ConfirmPanel
          title={t('edit.removeTitle')}
          what={<p>{t('edit.removeWhat')}</p>}
          confirmLabel={t('edit.removeDo')}
          cancelTo={paths.document(id)}
          cancelLabel={t('edit.keep')}
          fields={{ intent: 'remove' }}
        />
      </Main>
    )
  const crumbs = <Crumbs items={[{ to: paths.documents(), label: t('crumb') }, { label: title }]} />
  if (!outline || document.isRemoved)
    return (
      <Main wide>
        {crumbs}
        <PageTitle>{title}</PageTitle>
        <LanguageForm />
        <Gone document={document} />
      </Main>
    )
  const faults = sections.flatMap(({ key }) => {
    const text = faultOf(t, reply, key)
    return text ? [{ fieldId: textField(key), text }] : []
  })
  const about = sections.find(({ key }) => key === 'about')?.text
  return (
    <Main wide>
      <ErrorSummary errors={faults} />
      {crumbs}
      {note === 'saved' || note === 'made' ? (
        <Note kind="done" role="status">
          {t(`note.${note}`)}
        </Note>
      ) : null}
      {reply?.conflict ? <ConflictNote conflict={reply.conflict} /> : null}
      <PageTitle
        under={t('edit.savedBy', { when: formatDateTime(editedAt), who: editor ?? t('somebody') })}
        lead={<span lang={language}>{about}</span>}
        actions={
          <>
            <ButtonLink quiet to={paths.printDocument(id)}>
              {t('edit.print')}
            </ButtonLink>
            <ButtonLink to={paths.documentFile(id)} download>
              {t('edit.word')}
            </ButtonLink>
          </>
        }
      >
        {title}
      </PageTitle>
      {language === 'en' ? <Note kind="care">{t('edit.english')}</Note> : null}
      {moved ? <Note kind="care">{t('edit.dataMoved')}</Note> : null}
      <p className="muted">{t('edit.lead')}</p>
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ revision: reply?.typed.revision ?? document.revision }} />
        <DocumentSections view={view} outline={outline} reply={reply} />
        <ButtonRow stay>
          <Button quiet>{t('edit.save')}</Button>
          <a href={paths.document(id, { ask: 'remove' })}>{t('edit.remove')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}

function ConflictNote({ conflict: { editor, at } }: { conflict: ConflictReply }) {
  const t = useT('official')
  const who = editor ?? t('somebody')
  return (
    <Note kind="care" role="alert" title={t('edit.conflict', { who, when: formatDateTime(at) })}>
      <p>{t('edit.conflictText')}</p>
    </Note>
  )
}

function Gone({ document: { id, isRemoved } }: { document: DocumentView['document'] }) {
  const t = useT('official')
  if (isRemoved)
    return (
      <EmptyState
        title={t('edit.removedText')}
        action={
          <form method="post">
            <HiddenFields values={{ intent: 'restore' }} />
            <Button>{t('note.restore')}</Button>
          </form>
        }
      />
    )
  return (
    <EmptyState
      title={t('edit.goneTitle')}
      text={t('edit.goneText')}
      action={<ButtonLink to={paths.document(id, { ask: 'remove' })}>{t('edit.remove')}</ButtonLink>}
    />
  )
}
