import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { DocumentHead, DocumentState } from './sent-document'

const tags: Record<DocumentState, TagKind> = {
  reading: 'now',
  preview: 'care',
  failed: 'bad',
  confirmed: 'ok',
  discarded: 'plain',
}

/** Documents that were sent, each leading to where it stands. */
export function DocumentList({ documents }: { documents: DocumentHead[] }) {
  const t = useT('documents')
  const locale = useLocale()
  if (documents.length === 0) return <p>{t('before.none')}</p>
  return (
    <Table
      caption={t('before')}
      captionHidden
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          label: t('column.file'),
          cell: ({ id, fileName }) => <a href={paths.studioDocument(id)}>{fileName}</a>,
        },
        { key: 'when', label: t('column.when'), cell: ({ createdAt }) => formatDateTime(createdAt) },
        {
          key: 'state',
          label: t('column.state'),
          cell: ({ state }) => <Tag kind={tags[state]}>{t(`state.${state}`)}</Tag>,
        },
        {
          key: 'lessons',
          label: t('column.lessons'),
          align: 'end',
          cell: ({ lessonCount }) => (lessonCount === null ? '' : formatNumber(locale, lessonCount)),
        },
      ]}
    />
  )
}
