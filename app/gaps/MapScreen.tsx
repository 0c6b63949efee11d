import { paths } from '~/paths'
import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Filters } from '~/ui/Filters'
import { heatClass } from '~/ui/heat'
import { HeatLegend } from '~/ui/HeatLegend'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { TileMap, type TileInfo } from '~/ui/TileMap'
import { isShown } from './figures'
import type { MapReport } from './map-report.server'
import { ReportCrumbs } from './ReportCrumbs'
import { ReportFoot } from './ReportFoot'
import { ReportScript } from './ReportScript'
import { ReportTabs } from './ReportTabs'
import { inSentence, missingWords, shareText } from './share-text'

/** The communes as tiles where they lie, coloured by one measure. */
export function MapScreen({ report }: { report: MapReport }) {
  const t = useT('charts')
  const gaps = useT('gaps')
  const locale = useLocale()
  const { campaign, measure, measures, layout, communes, sources } = report
  const missing = communes.filter(({ isLocated }) => !isLocated)
  const name = measure.name[locale]
  return (
    <Main wide>
      <ReportCrumbs campaign={campaign} here={t('view.map')} />
      <PageTitle
        under={campaign.title[locale]}
        lead={layout ? t('map.lead', { name: inSentence(locale, name) }) : undefined}
      >
        {t('map.title', { province: campaign.province })}
      </PageTitle>
      <ReportTabs campaignId={campaign.id} current="map" domains={report.domains} />
      {layout ? (
        <>
          <Filters action={paths.gapsMap(campaign.id)} submitLabel={gaps('filter.apply')}>
            <Select
              id="measure"
              name="measure"
              label={t('map.measure')}
              defaultValue={measure.code}
              options={measures.map(({ code, isDomain, name: each }) => ({
                value: code,
                label: isDomain ? each[locale] : `${code} ${each[locale]}`,
              }))}
            />
          </Filters>
          <Panel
            title={name}
            end={<a href={paths.gapsCompetency(campaign.id, measure.code)}>{t('map.table')}</a>}
          >
            <TileMap layout={layout} tiles={useTiles(report)} label={t('map.label', { name })} />
            <p className="small muted">
              {t('map.note')} {t('map.source', { sources: sources.join('; ') })}
            </p>
            {missing.length > 0 ? (
              <p className="small">
                {t('map.missing', { list: missing.map((each) => each.name).join(', ') })}
              </p>
            ) : null}
          </Panel>
          <Panel title={gaps('legend.title')}>
            <HeatLegend few={gaps('hidden.why')} vague={gaps('uninformed.legend')}>
              <p>{gaps('legend.text')}</p>
            </HeatLegend>
          </Panel>
        </>
      ) : (
        <EmptyState
          title={t('map.none.title')}
          text={t('map.none.text')}
          action={
            report.canLoad ? <ButtonLink to={paths.locations()}>{t('map.none.do')}</ButtonLink> : undefined
          }
        />
      )}
      <ReportFoot campaign={campaign} />
      <ReportScript />
    </Main>
  )
}

function useTiles({ campaign, communes }: MapReport): Map<string, TileInfo> {
  const gaps = useT('gaps')
  const locale = useLocale()
  return new Map(
    communes.map(({ code, name, figure }): [string, TileInfo] => {
      const shown = isShown(figure)
      return [
        code,
        {
          name: name.replace(/^(?:Xã|Phường|Đặc khu)\s+/, ''),
          words: `${name}: ${shown ? shareText(locale, figure) : gaps(missingWords(figure))}`,
          figure: shown ? formatPercent(locale, figure.share) : figure === 'uninformed' ? '?' : '·',
          look: shown
            ? heatClass(figure.share, (figure.high - figure.low) / 2)
            : figure === null
              ? 'none'
              : figure === 'uninformed'
                ? 'vague'
                : 'few',
          to: paths.gapsCommune(campaign.id, code),
        },
      ]
    }),
  )
}
