import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { HeatLegend } from '~/ui/HeatLegend'
import { HeatMap, type HeatRow } from '~/ui/HeatMap'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import type { Figure } from './figures'
import { heatCell } from './HeatTable'
import { positionsLead } from './positions-lead'
import type { PositionsReport } from './positions-report.server'
import { ReportCrumbs } from './ReportCrumbs'
import { ReportFoot } from './ReportFoot'
import { ReportScript } from './ReportScript'
import { ReportTabs } from './ReportTabs'

/** Whose work lacks what: positions of the whole province by domains. */
export function PositionsScreen({ report }: { report: PositionsReport }) {
  const t = useT('charts')
  const gaps = useT('gaps')
  const locale = useLocale()
  const { campaign, domains, positions, departments } = report
  const row = (key: string, label: string, cells: Figure[], group: string, end: string): HeatRow => ({
    key,
    label,
    to: paths.gaps(campaign.id, { group: group || undefined }),
    cells: cells.map((figure, i) =>
      heatCell(
        gaps,
        figure,
        domains[i]!,
        paths.gapsCompetency(campaign.id, domains[i]!.code, { group: group || undefined }),
      ),
    ),
    end,
  })
  const asked = positions.reduce((sum, each) => sum + each.asked, 0)
  return (
    <Main wide>
      <ReportCrumbs campaign={campaign} here={t('view.positions')} />
      <PageTitle under={campaign.title[locale]} lead={positionsLead(locale, report)}>
        {t('positions.title', { province: campaign.province })}
      </PageTitle>
      <ReportTabs campaignId={campaign.id} current="positions" domains={domains.length} />
      <Columns kind="side">
        <Panel title={t('positions.map')}>
          {[...positions, ...departments].every(({ cells }) => cells.every((cell) => cell === null)) ? (
            <Note kind="info">{t('positions.small')}</Note>
          ) : null}
          <HeatMap
            caption={t('positions.caption')}
            corner={t('positions.corner')}
            columns={domains.map(({ code, short }) => ({ key: code, label: short[locale] }))}
            rows={[row('all', t('positions.all'), report.everybody, '', formatNumber(locale, asked))]}
            groups={[
              {
                key: 'departments',
                label: t('positions.departments'),
                rows: departments.map((each) =>
                  row(each.value, each.name[locale], each.cells, each.value, ''),
                ),
              },
              {
                key: 'positions',
                label: t('positions.positions'),
                rows: positions.map((each) =>
                  row(
                    each.value,
                    each.name[locale],
                    each.cells,
                    each.value,
                    formatNumber(locale, each.asked),
                  ),
                ),
              },
            ].filter((group) => group.rows.length > 0)}
            endLabel={t('positions.asked')}
          />
        </Panel>
        <Panel title={gaps('legend.title')}>
          <HeatLegend few={gaps('hidden.why')} vague={gaps('uninformed.legend')}>
            <p>{t('positions.links')}</p>
          </HeatLegend>
        </Panel>
      </Columns>
      <ReportFoot campaign={campaign} />
      <ReportScript />
    </Main>
  )
}
