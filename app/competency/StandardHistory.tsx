import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import type { StandardTrace } from './standard-trace.server'

/** Every standard that there has been: who, when and why. */
export function StandardHistory({ traces, inForce }: { traces: StandardTrace[]; inForce: number }) {
  const t = useT('analysis')
  return (
    <Table
      caption={t('history.title')}
      rows={traces}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          key: 'version',
          label: t('history.version'),
          cell: ({ id, version }) => (
            <>
              <a href={paths.standard(id)}>{t('history.number', { version })}</a>{' '}
              {id === inForce ? <Tag kind="now">{t('inForce')}</Tag> : null}
            </>
          ),
        },
        {
          key: 'at',
          label: t('history.at'),
          cell: ({ at }) => <span className="num">{formatDateTime(at)}</span>,
        },
        { key: 'by', label: t('history.by'), cell: (trace) => <SetBy trace={trace} /> },
        { key: 'reason', label: t('history.reason'), cell: ({ reason }) => reason ?? t('none') },
      ]}
    />
  )
}

export function SetBy({ trace: { shipped, by } }: { trace: StandardTrace }) {
  const t = useT('analysis')
  return <>{shipped ? t('history.product') : (by ?? t('history.someone'))}</>
}
