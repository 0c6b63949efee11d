import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EstimateDot } from '~/ui/EstimateDot'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { coverageOf } from './compare-scenarios'
import type { SolvedScenario } from './compare.server'
import { gainText, moneyText, shareWithRange } from './plan-words'
import { shortByCommune } from './short-communes'
import { overGreedy } from './solved-view'

/** What each scenario comes to; the expected gaps stand on one scale. */
export function CompareResults({ planId, solved }: { planId: string; solved: SolvedScenario[] }) {
  const t = useT('plans')
  const locale = useLocale()
  const ends = solved.flatMap(({ solved: { expected } }) =>
    expected ? [expected.whole.after.low, expected.whole.after.high, expected.whole.before.share] : [],
  )
  const room = 0.02
  const domain: [number, number] = [
    Math.max(0, Math.min(...ends) - room),
    Math.min(1, Math.max(...ends) + room),
  ]
  const number = (value: number) => formatNumber(locale, value)
  const rows: { key: string; label: string; cell: (each: SolvedScenario) => ReactNode }[] = [
    {
      key: 'after',
      label: t('expected.after'),
      cell: ({ solved: { expected } }) =>
        expected ? (
          <>
            <EstimateDot
              tone="gap"
              value={expected.whole.after.share}
              low={expected.whole.after.low}
              high={expected.whole.after.high}
              compare={{ name: t('expected.before'), value: expected.whole.before.share }}
              domain={domain}
            />
            {shareWithRange(locale, expected.whole.after)}
          </>
        ) : (
          '–'
        ),
    },
    { key: 'value', label: t('class.gain'), cell: ({ solved: { value } }) => gainText(locale, value) },
    {
      key: 'cost',
      label: t('compare.cost'),
      cell: ({ solved: { total, settings } }) =>
        t('compare.ofBudget', {
          total: moneyText(locale, total),
          budget: moneyText(locale, settings.budget),
        }),
    },
    {
      key: 'classes',
      label: t('compare.classes'),
      cell: ({ line, solved: { classes } }) => (
        <a href={paths.planScenario(planId, line.number, { view: 'classes' })}>{number(classes.length)}</a>
      ),
    },
    {
      key: 'seats',
      label: t('class.seats'),
      cell: ({ solved: each }) => {
        const { seats, perPerson } = coverageOf(each)
        return t('compare.seats', { seats: number(seats), perPerson: formatNumber(locale, perPerson, 2) })
      },
    },
    {
      key: 'without',
      label: t('compare.without'),
      cell: ({ solved: each }) => number(coverageOf(each).without.length),
    },
    {
      key: 'short',
      label: t('short.title'),
      cell: ({ solved: { short } }) => {
        const communes = shortByCommune(short)
        const seats = communes.reduce((sum, { missing }) => sum + missing, 0)
        return communes.length === 0
          ? t('compare.noneShort')
          : t('compare.short', {
              communes: number(communes.length),
              seats: number(seats),
              count: communes.length,
            })
      },
    },
    {
      key: 'gap',
      label: t('compare.gap'),
      cell: ({ solved: { gap } }) => t('compare.atMost', { gap: formatPercent(locale, gap, 1) }),
    },
    {
      key: 'greedy',
      label: t('compare.greedy'),
      cell: ({ solved: each }) => {
        const better = overGreedy(each)
        return better === null ? '–' : `+${formatPercent(locale, better, 1)}`
      },
    },
  ]
  return (
    <Panel title={t('compare.results')} landscape>
      <Table
        caption={t('compare.scale', {
          from: formatPercent(locale, domain[0]),
          to: formatPercent(locale, domain[1]),
        })}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'label', label: t('compare.measure'), cell: ({ label }) => label },
          ...solved.map((each) => ({
            key: String(each.line.number),
            label: each.stale ? t('compare.stale', { name: each.line.name }) : each.line.name,
            cell: (row: (typeof rows)[number]) => row.cell(each),
          })),
        ]}
      />
      <p className="row no-print">
        {solved.map(({ line }) => (
          <a key={line.number} href={paths.planScenario(planId, line.number)}>
            {t('compare.open', { name: line.name })}
          </a>
        ))}
      </p>
    </Panel>
  )
}
