import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { HeatLegend } from '~/ui/HeatLegend'
import { HeatMap, type HeatCell } from '~/ui/HeatMap'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Tabs } from '~/ui/Tabs'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import { isShown, type Figure } from './figures'
import { GapFilters } from './GapFilters'
import { direction } from './gap-query'
import { ProvinceConditions } from './ProvinceConditions'
import type { ProvinceFigures, ProvinceReport } from './province-report.server'

type Props = { report: ProvinceReport; figures: ProvinceFigures }

/** The heat map of communes by domains or competencies with its filters and its legend. */
export function ProvinceHeat({ report, figures }: Props) {
  const t = useT('gaps')
  const { campaign, view } = report
  const here = (query: object) => paths.gaps(campaign.id, { ...view, ...query })
  const domains = view.view === 'domains'
  const legend = (
    <Panel title={t('legend.title')}>
      <HeatLegend few={t('hidden.why')}>
        <p>{t('legend.text')}</p>
        <p>
          <a href={paths.gapsMethod(campaign.id)}>{t('method.link')}</a>
        </p>
      </HeatLegend>
    </Panel>
  )
  const conditions = report.group ? null : (
    <ProvinceConditions conditions={figures.conditions} communes={report.response.communes} />
  )
  const map = (
    <Panel title={domains ? t('heat.title.domains') : t('heat.title.competencies')}>
      <HeatTable report={report} figures={figures} />
    </Panel>
  )
  return (
    <>
      <Tabs
        label={t('view.label')}
        items={[
          {
            to: here({ view: undefined, domain: undefined, sort: undefined, dir: undefined }),
            label: t('view.domains', { count: report.domains.length }),
            current: domains,
          },
          {
            to: here({ view: 'competencies', sort: undefined, dir: undefined }),
            label: t('view.competencies'),
            current: !domains,
          },
        ]}
      />
      <GapFilters
        action={paths.gaps(campaign.id)}
        keep={{ view: domains ? undefined : view.view, sort: view.sort, dir: view.dir }}
        group={view.group}
        departments={report.departments}
        positions={report.positions}
      >
        {domains ? null : <DomainSelect report={report} />}
      </GapFilters>
      {domains ? (
        <Columns kind="side">
          {map}
          <div>
            {legend}
            {conditions}
          </div>
        </Columns>
      ) : (
        <>
          {map}
          <Columns kind="two">
            {legend}
            {conditions}
          </Columns>
        </>
      )}
    </>
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

function HeatTable({ report, figures }: Props) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, view } = report
  const sortLink = (key: string) => {
    const now = view.sort === key ? direction(view) : null
    const dir = now ? (now === 'asc' ? 'desc' : 'asc') : undefined
    return paths.gaps(campaign.id, { ...view, sort: key, dir })
  }
  const head = (key: string, label: string) => (
    <>
      {label}
      {view.sort === key ? (
        <>
          <span aria-hidden="true">{direction(view) === 'asc' ? ' ↑' : ' ↓'}</span>
          <VisuallyHidden> ({t(`heat.sorted.${direction(view)}`)})</VisuallyHidden>
        </>
      ) : null}
    </>
  )
  const cell = (figure: Figure, to: string): HeatCell | null => {
    if (figure === null) return null
    return isShown(figure)
      ? { share: figure.share, low: figure.low, high: figure.high, n: figure.n, to }
      : { suppressed: t(figure === 'hidden' ? 'hidden.why' : 'uninformed.why') }
  }
  const { asked, submitted } = report.response
  const province = {
    key: 'province',
    label: t('province.row'),
    cells: figures.province.map(({ measure, figure }) =>
      cell(figure, paths.gapsCompetency(campaign.id, measure.code, { group: view.group })),
    ),
    end: `${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`,
  }
  const rows = figures.rows.map((row) => {
    const to = paths.gapsCommune(campaign.id, row.code)
    return {
      key: row.code,
      label: row.name,
      to,
      cells: row.cells.map((figure) => cell(figure, to)),
      end: `${row.submitted}/${row.asked}`,
    }
  })
  return (
    <HeatMap
      caption={t('heat.caption')}
      corner={<a href={sortLink('name')}>{head('name', t('heat.commune'))}</a>}
      columns={figures.columns.map(({ code, short, isDomain }) => ({
        key: code,
        label: head(code, isDomain ? short[locale] : `${code} ${short[locale]}`),
        to: sortLink(code),
      }))}
      rows={[province, ...rows]}
      endLabel={<a href={sortLink('response')}>{head('response', t('heat.response'))}</a>}
    />
  )
}
