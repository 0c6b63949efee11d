import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { place } from '~/ui/scale'
import { Table } from '~/ui/Table'
import { dongText } from '../money'
import type { CostLines } from '../solution'
import type { SolvedView } from './solved-view'

const lines = [
  'trainers',
  'rooms',
  'seats',
  'travel',
  'online',
  'journeys',
] as const satisfies (keyof CostLines)[]

/** Cost by line, each as a figure and as a bar of the largest. */
export function CostPanel({ solved }: { solved: SolvedView }) {
  const t = useT('plans')
  const locale = useLocale()
  const { cost, total, settings } = solved
  const most = Math.max(...lines.map((line) => cost[line]), 1)
  const width = place([0, most])
  const share = (value: number) => formatPercent(locale, total > 0 ? value / total : 0)
  return (
    <Panel title={t('cost.title')}>
      <Table
        caption={t('cost.caption')}
        rows={lines.filter((line) => cost[line] > 0)}
        rowKey={(line) => line}
        empty={t('cost.none')}
        columns={[
          { key: 'line', label: t('cost.line'), cell: (line) => t(`cost.${line}`) },
          {
            key: 'bar',
            label: t('cost.bar'),
            labelHidden: true,
            figure: 'narrow',
            cell: (line) => (
              <svg className="estimate" width="100%" height="14" aria-hidden="true" focusable="false">
                <rect className="bar" width={width(cost[line])} y="2" height="10" />
              </svg>
            ),
          },
          { key: 'dong', label: t('cost.dong'), align: 'end', cell: (line) => dongText(locale, cost[line]) },
          { key: 'share', label: t('cost.share'), align: 'end', cell: (line) => share(cost[line]) },
        ]}
      />
      <p>
        {t('cost.total', {
          total: dongText(locale, total),
          budget: dongText(locale, settings.budget),
          left: dongText(locale, settings.budget - total),
        })}
      </p>
    </Panel>
  )
}
