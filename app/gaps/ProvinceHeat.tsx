import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Field } from '~/ui/Field'
import { HeatLegend } from '~/ui/HeatLegend'
import { Pagination } from '~/ui/Pagination'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { ChangePanel } from './ChangePanel'
import { GapFilters } from './GapFilters'
import { HeatTable } from './HeatTable'
import { PlacementScatter } from './PlacementScatter'
import { ProvinceConditions } from './ProvinceConditions'
import { ProvinceKpis } from './ProvinceKpis'
import type { ProvinceFigures, ProvinceReport } from './province-report.server'
import { ReportTabs } from './ReportTabs'
import { ResponsePanel } from './ResponsePanel'

type Props = { report: ProvinceReport; figures: ProvinceFigures }

/** The heat map of communes by domains or competencies with its filters, its legend and what else the province's page says. */
export function ProvinceHeat({ report, figures }: Props) {
  const t = useT('gaps')
  const { campaign, view, group } = report
  const domains = view.view === 'domains'
  const map = (
    <Panel
      title={domains ? t('heat.title.domains') : t('heat.title.competencies')}
      end={<HeatOrders report={report} figures={figures} />}
    >
      <HeatTable report={report} figures={figures} />
      {figures.heat.parts.some(({ cluster }) => cluster) ? (
        <p className="small muted">{t('heat.clusterRule')}</p>
      ) : null}
      {figures.heat.found === 0 ? <p>{t('heat.noMatch', { q: view.q })}</p> : null}
      <Pagination
        page={figures.heat.page}
        pages={figures.heat.pages}
        hrefOf={(page) => paths.gaps(campaign.id, { ...view, page: page > 1 ? page : undefined })}
      />
    </Panel>
  )
  return (
    <>
      {domains && !group ? <ProvinceKpis report={report} figures={figures} /> : null}
      <ReportTabs
        campaignId={campaign.id}
        current={view.view}
        domains={report.domains.length}
        group={view.group}
      />
      <GapFilters
        action={paths.gaps(campaign.id)}
        keep={{
          view: domains ? undefined : view.view,
          sort: view.sort,
          dir: view.dir,
          by: view.by || undefined,
        }}
        filtered={view.q !== ''}
        group={view.group}
        departments={report.departments}
        positionsHref={paths.gapsPositions(campaign.id)}
      >
        {domains ? null : <DomainSelect report={report} />}
        {figures.heat.pages > 1 || view.q !== '' ? (
          <Field
            id="q"
            name="q"
            label={t('filter.commune')}
            defaultValue={view.q}
            width="medium"
            maxLength={60}
            autoComplete="off"
          />
        ) : null}
      </GapFilters>
      {domains ? (
        <Columns kind="side">
          {map}
          <div>
            <Legend report={report} />
            <Placed report={report} figures={figures} />
            <ChangePanel figures={figures} />
            {group ? null : (
              <>
                <ResponsePanel response={report.response} />
                <ProvinceConditions conditions={figures.conditions} communes={report.response.communes} />
              </>
            )}
          </div>
        </Columns>
      ) : (
        <>
          {map}
          <Columns kind="two">
            <div>
              <Legend report={report} />
              {group ? null : <ResponsePanel response={report.response} />}
            </div>
            <ChangePanel figures={figures} />
          </Columns>
        </>
      )}
    </>
  )
}

/** The orders in which the rows can stand, besides those of the columns. */
function HeatOrders({ report, figures }: Props) {
  const t = useT('gaps')
  const { campaign, view, canCluster } = report
  const keep = { ...view, dir: undefined, page: undefined }
  const by = view.by === 'cluster'
  return (
    <>
      {view.sort === 'most' ? (
        <a href={paths.gaps(campaign.id, { ...keep, sort: 'name' })}>{t('heat.order.name')}</a>
      ) : (
        <a href={paths.gaps(campaign.id, { ...keep, sort: 'most' })}>{t('heat.order.most')}</a>
      )}
      {figures.clustered ? (
        <>
          {' · '}
          <a href={paths.gaps(campaign.id, { ...view, page: undefined, by: by ? '' : 'cluster' })}>
            {by ? t('heat.order.ungrouped') : t('heat.order.cluster')}
          </a>
        </>
      ) : null}
      {canCluster ? (
        <>
          {' · '}
          <a href={paths.clusters()}>{figures.clustered ? t('heat.clusters') : t('heat.makeClusters')}</a>
        </>
      ) : null}
    </>
  )
}

function Legend({ report }: { report: ProvinceReport }) {
  const t = useT('gaps')
  return (
    <Panel title={t('legend.title')}>
      <HeatLegend few={t('hidden.why')} vague={t('uninformed.legend')}>
        <p>{t('legend.text')}</p>
        <p>
          <a href={paths.gapsMethod(report.campaign.id)}>{t('method.link')}</a>
        </p>
      </HeatLegend>
    </Panel>
  )
}

function Placed({ report, figures }: Props) {
  const t = useT('gaps')
  if (!figures.placed.some(({ skills, conditions }) => skills && conditions)) return null
  return (
    <Panel title={t('scatter.title')}>
      <PlacementScatter placed={figures.placed} small />
      <p>
        <a href={paths.gapsConditions(report.campaign.id)}>{t('scatter.link')}</a>
      </p>
    </Panel>
  )
}

function DomainSelect({ report }: { report: ProvinceReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const options = report.domains.map(({ domain, name }) => ({
    value: domain,
    label: `${domain} ${name[locale]}`,
  }))
  return (
    <Select
      id="domain"
      name="domain"
      label={t('filter.domain')}
      defaultValue={report.view.domain}
      options={[{ value: '', label: t('filter.allDomains') }, ...options]}
    />
  )
}
