import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { BatchHead, BatchState, BatchSummary } from './batch'

const tags: Record<BatchState, TagKind> = {
  reading: 'now',
  preview: 'care',
  failed: 'bad',
  confirmed: 'ok',
  discarded: 'plain',
}

/** Files of questions that were sent, each leading to where it stands. */
export function BatchList({ batches }: { batches: (BatchHead & { summary: BatchSummary | null })[] }) {
  const t = useT('interchange')
  const locale = useLocale()
  if (batches.length === 0) return <p>{t('imports.none')}</p>
  return (
    <Table
      caption={t('imports.before')}
      captionHidden
      rows={batches}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          label: t('imports.fileName'),
          cell: ({ id, fileName }) => <a href={paths.questionImport(id)}>{fileName}</a>,
        },
        {
          key: 'format',
          label: t('imports.format'),
          cell: ({ format }) => (format ? t(`format.${format}`) : ''),
        },
        { key: 'when', label: t('imports.when'), cell: ({ createdAt }) => formatDateTime(createdAt) },
        {
          key: 'state',
          label: t('imports.state'),
          cell: ({ state }) => <Tag kind={tags[state]}>{t(`state.${state}`)}</Tag>,
        },
        {
          key: 'made',
          label: t('imports.made'),
          align: 'end',
          cell: ({ summary }) => (summary ? formatNumber(locale, summary.made) : ''),
        },
      ]}
    />
  )
}
