import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Tabs } from '~/ui/Tabs'

type Props = {
  campaignId: string
  current:
    'domains' | 'competencies' | 'conditions' | 'segments' | 'positions' | 'trend' | 'map' | 'indicators'
  /** Number of domains. */ domains: number
  /** The department that the heat map is narrowed to. */ group?: string
}

/** The pages of a province's report. */
export function ReportTabs({ campaignId, current, domains, group }: Props) {
  const t = useT('gaps')
  const charts = useT('charts')
  const indicators = useT('indicators')
  return (
    <Tabs
      label={t('view.label')}
      items={[
        {
          to: paths.gaps(campaignId, { group }),
          label: t('view.domains', { count: domains }),
          current: current === 'domains',
        },
        {
          to: paths.gaps(campaignId, { view: 'competencies' }),
          label: t('view.competencies'),
          current: current === 'competencies',
        },
        {
          to: paths.gapsConditions(campaignId),
          label: t('view.conditions'),
          current: current === 'conditions',
        },
        {
          to: paths.gapsPositions(campaignId),
          label: charts('view.positions'),
          current: current === 'positions',
        },
        { to: paths.gapsSegments(campaignId), label: t('view.segments'), current: current === 'segments' },
        { to: paths.gapsTrend(campaignId), label: charts('view.trend'), current: current === 'trend' },
        { to: paths.gapsMap(campaignId), label: charts('view.map'), current: current === 'map' },
        {
          to: paths.gapsIndicators(campaignId),
          label: indicators('tab'),
          current: current === 'indicators',
        },
      ]}
    />
  )
}
