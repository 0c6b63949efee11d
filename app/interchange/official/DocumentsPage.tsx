import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { DocumentsView, ListedDocument } from './list-documents.server'

type Props = { view: DocumentsView; note: string | null; removed: string | null }

/** The official documents of a province, or the lists of a commune. */
export function DocumentsPage({ view: { documents, makesAll }, note, removed }: Props) {
  const t = useT('official')
  const locale = useLocale()
  const count = documents.length
  return (
    <Main wide>
      {note === 'removed' ? (
        <Note kind="done" role="status" title={t('note.removed')}>
          {removed ? (
            <form method="post">
              <HiddenFields values={{ intent: 'restore', id: removed }} />
              <Button quiet>{t('note.restore')}</Button>
            </form>
          ) : null}
        </Note>
      ) : null}
      {note === 'restored' ? (
        <Note kind="done" role="status">
          {t('note.restored')}
        </Note>
      ) : null}
      <PageTitle
        lead={count > 0 ? t('list.lead', { count, documents: formatNumber(locale, count) }) : undefined}
        actions={
          count > 0 ? (
            <>
              {makesAll ? (
                <ButtonLink quiet to={paths.letterhead()}>
                  {t('list.letterhead')}
                </ButtonLink>
              ) : null}
              <ButtonLink to={paths.newDocument()}>{t('list.new')}</ButtonLink>
            </>
          ) : undefined
        }
      >
        {t('list.title')}
      </PageTitle>
      {count === 0 ? (
        <EmptyState
          title={t('list.empty')}
          text={t('list.emptyText')}
          action={
            <>
              <ButtonLink to={paths.newDocument()}>{t('list.new')}</ButtonLink>
              {makesAll ? <a href={paths.letterhead()}>{t('list.letterhead')}</a> : null}
            </>
          }
        />
      ) : (
        <Panel>
          <DocumentTable documents={documents} />
        </Panel>
      )}
    </Main>
  )
}

function DocumentTable({ documents }: { documents: ListedDocument[] }) {
  const t = useT('official')
  const locale = useLocale()
  return (
    <Table
      caption={t('list.caption')}
      captionHidden
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'kind',
          label: t('list.kind'),
          rowHeader: true,
          cell: ({ id, kind, language }) => (
            <>
              <a href={paths.document(id)}>{t(`kind.${kind}`)}</a>
              {language === 'en' ? <small> {t('list.english')}</small> : null}
            </>
          ),
        },
        {
          key: 'of',
          label: t('list.of'),
          cell: ({ of, class: ofClass, commune }) =>
            of === null
              ? t('list.gone')
              : [ofClass?.[locale] ?? of[locale], ...(commune ? [commune] : [])].join(' – '),
        },
        {
          key: 'saved',
          label: t('list.saved'),
          cell: ({ editedAt, editor }) =>
            t('list.by', { when: formatDateTime(editedAt), who: editor ?? t('somebody') }),
        },
        {
          key: 'wording',
          label: t('list.wording'),
          cell: ({ written }) =>
            written > 0 ? t('list.written', { count: written }) : t('list.asSuggested'),
        },
        {
          key: 'files',
          label: t('list.files'),
          cell: ({ id, of }) =>
            of === null ? (
              '–'
            ) : (
              <>
                <a href={paths.documentFile(id)} download>
                  {t('list.word')}
                </a>{' '}
                · <a href={paths.printDocument(id)}>{t('list.print')}</a>
              </>
            ),
        },
      ]}
    />
  )
}
