import { paths } from '~/paths'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { Table, type Column } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { submittedShare } from '../campaign'
import { formTags } from '../form-tags'
import type { ReminderQuery } from './choose'
import type { ReminderRow } from './view-reminders.server'

type RemindersTableProps = {
  campaignId: string
  rows: ReminderRow[]
  query: ReminderQuery
  /** Communes can be chosen: the campaign takes answers. */
  choosing: boolean
  /** Mail can be sent, so that it matters where it goes. */
  mail: boolean
}

/** The communes with what they lack and when they were reminded last, each with a tick. */
export function RemindersTable({ campaignId, rows, query, choosing, mail }: RemindersTableProps) {
  const t = useT('reminders')
  const campaigns = useT('campaigns')
  const locale = useLocale()
  const columns: Column<ReminderRow>[] = [
    {
      key: 'name',
      label: campaigns('rates.commune'),
      rowHeader: true,
      sortable: true,
      cell: ({ code, name, asked, submitted }) =>
        choosing && submitted < asked ? (
          <Choice
            tight
            type="checkbox"
            name="c"
            value={code}
            checked={query.pick || rows.length === 1}
            label={name}
          />
        ) : (
          name
        ),
    },
    {
      key: 'submitted',
      label: t('col.submitted'),
      sortable: true,
      align: 'end',
      cell: ({ code, submitted, asked }) => (
        <a href={paths.missing(campaignId, { commune: code })}>
          {formatNumber(locale, submitted)}/{formatNumber(locale, asked)}
        </a>
      ),
    },
    {
      key: 'share',
      label: t('col.share'),
      sortable: true,
      align: 'end',
      cell: (row) => (row.asked > 0 ? formatPercent(locale, submittedShare(row)) : '–'),
    },
  ]
  if (rows.some(({ form }) => form !== null))
    columns.push({
      key: 'form',
      label: campaigns('rates.form'),
      sortable: true,
      cell: ({ form }) => (form ? <Tag kind={formTags[form]}>{campaigns(`form.${form}`)}</Tag> : null),
    })
  columns.push({ key: 'last', label: t('col.last'), sortable: true, cell: (row) => <LastNudge row={row} /> })
  if (mail && choosing)
    columns.push({
      key: 'address',
      label: t('col.address'),
      cell: ({ of }) => (of ? t(`address.${of}`) : <span className="muted">{t('address.none')}</span>),
    })
  return (
    <Table
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      sort={query.sort}
      sortHref={(sort, dir) =>
        paths.reminders(campaignId, { below: query.below, pick: query.pick ? 'all' : undefined, sort, dir })
      }
      empty={t('filter.empty')}
    />
  )
}

function LastNudge({ row: { last } }: { row: ReminderRow }) {
  const t = useT('reminders')
  if (!last) return <span className="muted">{t('last.never')}</span>
  const via = t(last.byItself ? 'via.itself' : `via.${last.via}`)
  return <>{t('last.at', { date: formatDate(last.at), via })}</>
}
