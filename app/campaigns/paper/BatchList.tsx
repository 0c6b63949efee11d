import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { BatchRow } from './view-paper.server'

const tags: Record<BatchRow['state'], TagKind> = { preview: 'care', confirmed: 'ok', discarded: 'plain' }

/** The latest uploads, each leading to where it stands. */
export function BatchList({ campaignId, batches }: { campaignId: string; batches: BatchRow[] }) {
  const t = useT('paper')
  const locale = useLocale()
  if (batches.length === 0) return <p>{t('batches.none')}</p>
  return (
    <Table
      caption={t('batches.title')}
      captionHidden
      rows={batches}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          label: t('batches.file'),
          cell: ({ id, fileName }) => <a href={paths.paperBatch(campaignId, id)}>{fileName}</a>,
        },
        { key: 'when', label: t('batches.when'), cell: ({ createdAt }) => formatDateTime(createdAt) },
        { key: 'by', label: t('batches.by'), cell: ({ by }) => by },
        {
          key: 'state',
          label: t('batches.state'),
          cell: ({ state }) => <Tag kind={tags[state]}>{t(`state.${state}`)}</Tag>,
        },
        {
          key: 'result',
          label: t('batches.result'),
          cell: ({ state, summary }) =>
            state === 'confirmed'
              ? t('batches.taken', { count: summary.taken ?? 0 })
              : t('batches.whole', {
                  whole: formatNumber(locale, summary.whole),
                  filled: formatNumber(locale, summary.filled),
                }),
        },
      ]}
    />
  )
}
