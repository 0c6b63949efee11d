import type { ReactNode } from 'react'
import { HeatTable } from '~/gaps/HeatTable'
import { PlacementScatter } from '~/gaps/PlacementScatter'
import type { ProvinceFigures, ProvinceReport } from '~/gaps/province-report.server'
import { ReportScript } from '~/gaps/ReportScript'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { HeatLegend } from '~/ui/HeatLegend'
import { Panel } from '~/ui/Panel'
import { DeskKpis } from './DeskKpis'
import type { PlanProgress } from './plan-progress'

type Props = {
  report: ProvinceReport
  figures: ProvinceFigures
  plan: PlanProgress | null
  /** What else stands in the wider column. */ children: ReactNode
}

/** What the newest closed campaign of a province shows: four figures, the communes that lack most, skills and conditions. */
export function DeskReport({ report, figures, plan, children }: Props) {
  const t = useT('desk')
  const gaps = useT('gaps')
  const charts = useT('charts')
  const { id } = report.campaign
  const rows = figures.heat.parts.flatMap((part) => part.rows).length
  const both = figures.placed.filter(({ place }) => place.quadrant === 'both').length
  return (
    <>
      <DeskKpis report={report} figures={figures} plan={plan} />
      <Columns kind="side">
        <div>
          <Panel
            title={gaps('heat.title.domains')}
            end={
              <>
                <a href={paths.gaps(id, { by: 'cluster' })}>{gaps('heat.order.cluster')}</a>
                {' · '}
                <a href={paths.gapsPositions(id)}>{charts('view.positions')}</a>
                {' · '}
                <a href={paths.gaps(id, { view: 'competencies' })}>{gaps('view.competencies')}</a>
              </>
            }
          >
            <HeatTable report={report} figures={figures} />
            <p className="small muted">
              {t('heat.rows', { rows, of: report.response.communes })}{' '}
              <a href={paths.gaps(id)}>{t('heat.all')}</a>
            </p>
          </Panel>
          {children}
        </div>
        <div>
          <Panel title={gaps('legend.title')}>
            <HeatLegend few={gaps('hidden.why')} vague={gaps('uninformed.legend')}>
              <p>
                {gaps('legend.text')} <a href={paths.gapsMethod(id)}>{gaps('method.link')}</a>
              </p>
            </HeatLegend>
          </Panel>
          {figures.placed.some(({ skills, conditions }) => skills && conditions) ? (
            <Panel title={gaps('scatter.title')}>
              <PlacementScatter placed={figures.placed} small />
              <p className="small">
                <a href={paths.gapsConditions(id)}>
                  {both > 0 ? t('both.list', { count: both }) : gaps('scatter.link')}
                </a>
              </p>
            </Panel>
          ) : null}
          <Panel title={t('more.title')}>
            <ul className="plain">
              <li>
                <a href={paths.gapsTrend(id)}>{charts('trend.panel')}</a>
              </li>
              <li>
                <a href={paths.gapsMap(id)}>{charts('view.map')}</a>
              </li>
              <li>
                <a href={paths.gapsSegments(id)}>{gaps('view.segments')}</a>
              </li>
              <li>
                <a href={paths.gapsFiles(id)}>{t('more.files')}</a>
              </li>
              <li>
                <a href={paths.documents()}>{t('more.documents')}</a>
              </li>
            </ul>
          </Panel>
        </div>
      </Columns>
      <ReportScript />
    </>
  )
}
