import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import type { HistoryLine } from './view-request.server'

/** Everything that was written down of a request, newest first. */
export function RequestHistory({ history }: { history: HistoryLine[] }) {
  const t = useT('requests')
  if (history.length === 0)
    return (
      <Panel title={t('history')}>
        <p>{t('history.none')}</p>
      </Panel>
    )
  return (
    <Panel title={t('history')}>
      <Table
        caption={t('history.caption')}
        captionHidden
        rows={history.map((line, i) => ({ ...line, id: `${line.change} ${i}` }))}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', label: t('history.at'), cell: ({ at }) => formatDateTime(at) },
          { key: 'by', label: t('history.by'), cell: ({ by }) => by || '–' },
          { key: 'communes', label: t('column.communes'), cell: ({ communes }) => communes.join(', ') },
          { key: 'what', label: t('history.what'), cell: (line) => <What line={line} /> },
        ]}
      />
    </Panel>
  )
}

function What({ line }: { line: HistoryLine }) {
  const t = useT('requests')
  const { state, who, inCharge, dueOn, answer, reason, undoes, undone } = line
  const due = dueOn === null ? null : t('until', { date: formatDate(dueOn) })
  const parts = [t(`state.${state}`), t(`who.${who ?? 'nobody'}`), inCharge, due, answer, reason]
  return (
    <>
      {undoes ? <Tag>{t('history.undoes')}</Tag> : undone ? <Tag>{t('history.undone')}</Tag> : null}{' '}
      {parts.filter((part) => part !== null).join('; ')}
    </>
  )
}
