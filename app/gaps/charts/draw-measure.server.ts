import { bareName } from '~/people/places/places.server'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { isShown } from '../figures'
import { mapReport } from '../map-report.server'
import { measureReport } from '../measure-report.server'
import { provinceReport } from '../province-report.server'
import { rangeText } from '../share-text'
import { everyRow, whole, type ChartFor } from './chart-request'
import { bySize, drawnFigure, type DrawnChart } from './drawn-chart'
import { estimateRows } from './estimate-rows'
import { heatKey } from './heat-grid'
import { stacked } from './scene'
import { tileChart } from './tile-chart'

// Charts of one domain or competency.

export function drawRanks({
  actor,
  campaignId,
  locale,
  width,
  most = everyRow,
  measure,
}: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const code = measure ?? provinceReport(actor, campaignId, whole).figures?.worst[0]?.measure.code
  if (code === undefined) return null
  const report = measureReport(actor, campaignId, code, whole)
  const shown = report.rows.filter(({ figure }) => isShown(figure))
  if (shown.length === 0) return null
  const rows = (most < report.rows.length ? shown : report.rows).slice(0, most)
  const { province } = report
  const rank = (low: number, high: number) =>
    low === high ? t('rank.one', { low }) : t('rank.range', { low, high })
  return {
    body: estimateRows(locale, {
      width,
      dense: true,
      axis: t('axis.below'),
      compare: isShown(province)
        ? { name: getT(locale, 'gaps')('province.name'), value: province.share }
        : undefined,
      rows: rows.map(({ name, figure }) => {
        const drawn = drawnFigure(locale, figure)
        return {
          label: name,
          ...drawn,
          beside:
            isShown(figure) && figure.rank
              ? [...drawn.beside, rank(figure.rank.low, figure.rank.high)]
              : drawn.beside,
        }
      }),
    }),
    title: t(rows.length < shown.length ? 'chart.ranks.some' : 'chart.ranks', {
      count: rows.length,
      name: report.measure.name[locale],
    }),
    description: t('about.ranks', { communes: rows.length, name: report.measure.name[locale] }),
    how: 'dots',
  }
}

export function drawLevels({ actor, campaignId, locale, width, measure }: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const code = measure ?? largestCompetency(actor, campaignId)
  if (code === undefined) return null
  const report = measureReport(actor, campaignId, code, whole)
  if (!report.distribution) return null
  const { levels, people } = report.distribution
  const nameOf = (level: number) =>
    report.levels.find((each) => each.level === level)?.name[locale] ?? getT(locale, 'charts')('levels.none')
  return {
    body: estimateRows(locale, {
      width,
      bars: true,
      axis: t('axis.levels', { people: formatNumber(locale, people) }),
      rows: levels.map(({ level, share: value, low, high, needed }) => ({
        label: nameOf(level),
        drawn: { value, low, high },
        beside: [
          formatPercent(locale, value),
          `(${rangeText(locale, { low, high })})`,
          level === 0 ? '' : t('needed', { needed: formatNumber(locale, needed) }),
        ],
      })),
    }),
    title: t('chart.levels', { name: report.measure.name[locale] }),
    description: levels
      .map(({ level, share }) => `${nameOf(level)} ${formatPercent(locale, share)}`)
      .join('; '),
    how: 'dots',
  }
}

/** The competency that most of the province are below target in, of those that are shown. */
function largestCompetency(actor: Actor, campaignId: string): string | undefined {
  const { figures } = provinceReport(actor, campaignId, { ...whole, view: 'competencies' })
  const [first] = bySize(figures?.province ?? [])
  return first && isShown(first.figure) ? first.measure.code : undefined
}

export function drawMap({ actor, campaignId, locale, width, measure = '' }: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const code = measure || (provinceReport(actor, campaignId, whole).figures?.worst[0]?.measure.code ?? '')
  const report = mapReport(actor, campaignId, code)
  if (!report.layout || !report.communes.some(({ figure, isLocated }) => isLocated && isShown(figure)))
    return null
  const name = report.measure.name[locale]
  const communes = report.communes.map((each) => ({ ...each, short: bareName(each.name) }))
  return {
    body: stacked([tileChart(locale, report.layout, communes, width), heatKey(locale, width)], 20),
    title: t('chart.map', { name }),
    description: t('about.map', { communes: report.layout.tiles.length, name }),
    how: 'colours',
  }
}
