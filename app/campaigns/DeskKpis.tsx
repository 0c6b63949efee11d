import { OverallKpi } from '~/gaps/OverallKpi'
import type { ProvinceFigures, ProvinceReport } from '~/gaps/province-report.server'
import { paths } from '~/paths'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Kpi } from '~/ui/Kpi'
import type { PlanProgress } from './plan-progress'

type Props = { report: ProvinceReport; figures: ProvinceFigures; plan: PlanProgress | null }

/** Where the province is, in four figures; each leads to what is behind it. */
export function DeskKpis({ report, figures, plan }: Props) {
  const t = useT('desk')
  const gaps = useT('gaps')
  const locale = useLocale()
  const { id } = report.campaign
  const { asked, submitted, low, communes } = report.response
  const lacks = figures.conditions
    .filter(({ communes: lacking }) => lacking > 0)
    .sort((a, b) => b.communes - a.communes)
    .slice(0, 2)
    .map((each) => t('lacks.one', { name: each.condition.name[locale], count: each.communes }))
  return (
    <Columns kind="four">
      <Kpi
        label={gaps('kpi.answered')}
        value={formatPercent(locale, asked > 0 ? submitted / asked : 0)}
        beside={`${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`}
        to={paths.campaign(id)}
      >
        {low > 0 ? gaps('kpi.low', { count: low }) : gaps('kpi.noneLow')}
      </Kpi>
      <OverallKpi
        overall={figures.overall}
        change={figures.overallChange}
        compared={figures.earlier !== null}
        to={paths.gaps(id)}
      />
      <Kpi
        label={t('lacks.label')}
        value={formatNumber(locale, figures.lacking)}
        beside={gaps('kpi.of', { count: communes })}
        to={paths.gapsConditions(id)}
      >
        {lacks.length > 0 ? lacks.join(' · ') : t('lacks.none')}
        <br />
        {t('lacks.hint')}
      </Kpi>
      <PlanKpi plan={plan} campaignId={id} />
    </Columns>
  )
}

function PlanKpi({ plan, campaignId }: Pick<Props, 'plan'> & { campaignId: string }) {
  const t = useT('desk')
  const locale = useLocale()
  if (!plan)
    return (
      <Kpi label={t('plan.label')} value={t('plan.none')} to={paths.newPlan({ campaign: campaignId })}>
        {t('plan.noneHint')}
      </Kpi>
    )
  return (
    <Kpi
      label={plan.title}
      value={formatNumber(locale, plan.held)}
      beside={t('plan.of', { count: plan.classes })}
      to={paths.plan(plan.planId)}
    >
      {plan.budget
        ? t('plan.spent', { percent: formatPercent(locale, plan.spent / plan.budget) })
        : t('plan.noBudget')}
    </Kpi>
  )
}
