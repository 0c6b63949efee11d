import { paths } from '~/paths'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table, type Column } from '~/ui/Table'
import { rangeText } from '../share-text'
import type { BesideRow, IndicatorsReport } from './indicators-report.server'
import { chanceText, numberOf } from './value-text'

/** Every number behind the drawings, each with its interval. */
export function BesideTable({ report }: { report: IndicatorsReport }) {
  const t = useT('indicators')
  const { campaign, chosen, rows, order } = report
  if (!chosen?.day) return null
  const { code: indicator } = chosen
  const { date } = chosen.day
  return (
    <Panel title={t('beside.table')}>
      <Table
        caption={t('beside.table.caption', { date: formatDate(date) })}
        rows={rows}
        rowKey={({ code }) => code}
        columns={useColumns(report)}
        sort={order}
        sortHref={(sort, dir) => paths.gapsIndicators(campaign.id, { indicator, date, sort, dir })}
      />
    </Panel>
  )
}

function useColumns({ campaign, chosen }: IndicatorsReport): Column<BesideRow>[] {
  const t = useT('indicators')
  const gaps = useT('gaps')
  const locale = useLocale()
  return [
    {
      key: 'name',
      label: t('one.commune'),
      sortable: true,
      cell: ({ code, name }) => <a href={paths.gapsCommune(campaign.id, code)}>{name}</a>,
    },
    {
      key: 'value',
      label: chosen?.name[locale] ?? '',
      align: 'end',
      sortable: true,
      cell: ({ value }) =>
        value && chosen ? (
          <>
            <b>{numberOf(locale, chosen, value.value)}</b>
            {chosen.unit === 'percent' ? (
              <>
                <br />
                <small>{chanceText(locale, chosen, value) ?? t('value.reported')}</small>
              </>
            ) : null}
          </>
        ) : (
          <small>{t('one.noValue')}</small>
        ),
    },
    {
      key: 'skills',
      label: t('beside.column.skills'),
      align: 'end',
      cell: ({ skills, hidden }) =>
        skills ? (
          <>
            <b>{formatPercent(locale, skills.share)}</b> <small>{rangeText(locale, skills)}</small>
          </>
        ) : (
          <small>{gaps(hidden ? 'hidden.short' : 'nobodyMeasured')}</small>
        ),
    },
    {
      key: 'conditions',
      label: t('beside.column.conditions'),
      align: 'end',
      cell: ({ conditions }) =>
        conditions ? (
          <>
            <b>{formatNumber(locale, conditions.value)}</b>{' '}
            <small>
              {t('beside.range', {
                low: formatNumber(locale, conditions.low),
                high: formatNumber(locale, conditions.high),
              })}
            </small>
          </>
        ) : (
          '–'
        ),
    },
  ]
}
