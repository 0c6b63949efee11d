import { useLocale, useT } from '~/platform/i18n/react'
import { HeatMap } from '~/ui/HeatMap'
import { Panel } from '~/ui/Panel'
import type { CommuneReport } from './commune-report.server'
import { heatCell } from './HeatTable'

/** The departments of a commune by domain, where enough people answered. */
export function DepartmentsPanel({ report }: { report: CommuneReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const domains = report.gaps.filter(({ measure }) => measure.isDomain)
  if (report.departments.length === 0) return null
  return (
    <Panel title={t('departments.title')}>
      <HeatMap
        caption={t('departments.caption')}
        corner={t('departments.corner')}
        columns={domains.map(({ measure }) => ({ key: measure.code, label: measure.short[locale] }))}
        rows={report.departments.map(({ value, name, cells }) => ({
          key: value,
          label: name[locale],
          cells: cells.map((figure) => heatCell(t, figure, { isDomain: true })),
        }))}
      />
    </Panel>
  )
}
