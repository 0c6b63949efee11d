import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { ownMeasures } from './own-measures.server'

type Runs = ReturnType<typeof ownMeasures>
const tags: Record<Runs[number]['state'], TagKind> = {
  queued: 'plain',
  running: 'now',
  done: 'ok',
  failed: 'bad',
}

/** One's own tables of the last days. */
export function MeasureRuns({ runs, keptDays }: { runs: Runs; keptDays: number }) {
  const t = useT('measure')
  return (
    <Panel>
      <Table
        caption={t('runs.title', { days: keptDays })}
        rows={runs}
        rowKey={({ id }) => id}
        empty={t('runs.none')}
        columns={[
          {
            key: 'file',
            label: t('runs.file'),
            cell: ({ id, fileName }) => <a href={paths.measureResult(id)}>{fileName}</a>,
          },
          { key: 'sent', label: t('runs.sent'), cell: ({ createdAt }) => formatDateTime(createdAt) },
          {
            key: 'state',
            label: t('runs.state'),
            cell: ({ state }) => <Tag kind={tags[state]}>{t(`state.${state}`)}</Tag>,
          },
        ]}
      />
    </Panel>
  )
}
