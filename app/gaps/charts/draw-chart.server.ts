import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import { conditionsReport } from '../conditions-report.server'
import { isShown, type Figure } from '../figures'
import { overallOf } from '../overall'
import type { Place } from '../place-communes'
import { positionsReport } from '../positions-report.server'
import { provinceReport } from '../province-report.server'
import { rangeText } from '../share-text'
import { trendReport } from '../trend-report.server'
import { dotKey } from './chart-key'
import type { ChartName } from './chart-names'
import { everyRow, whole, type ChartFor } from './chart-request'
import { drawLevels, drawMap, drawRanks } from './draw-measure.server'
import { bySize, drawnFigure, listed, type DrawnChart } from './drawn-chart'
import { estimateRows } from './estimate-rows'
import { heatGrid, heatKey, type HeatLine } from './heat-grid'
import { responseChart } from './response-chart'
import { stacked } from './scene'
import { lookOf, scatterChart, type PlacedPoint } from './scatter-chart'
import { trendChart } from './trend-chart'

/** From this width on a third column has room beside the marks. */
const roomy = 900

/** Draws each chart from the report that shows it on a page; null where it would show nothing. */
export const drawers: Record<ChartName, (of: ChartFor) => DrawnChart | null> = {
  domains: drawDomains,
  communes: drawCommunes,
  ranks: drawRanks,
  'skills-conditions': drawPlaces,
  levels: drawLevels,
  positions: drawPositions,
  trend: drawTrend,
  map: drawMap,
  response: drawResponse,
  conditions: drawConditions,
}

function drawDomains({ actor, campaignId, locale, width, row }: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const { figures } = provinceReport(actor, campaignId, whole)
  const rows = bySize(figures?.province ?? [])
  if (!rows.some(({ figure }) => isShown(figure))) return null
  return {
    body: estimateRows(locale, {
      width,
      row,
      axis: t('axis.below'),
      rows: rows.map(({ measure, figure }) => ({
        label: measure.name[locale],
        ...drawnFigure(locale, figure),
      })),
    }),
    title: t('chart.domains'),
    description: listed(locale, rows),
    how: 'dots',
  }
}

function drawCommunes({ actor, campaignId, locale, width, most = everyRow }: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const gaps = getT(locale, 'gaps')
  const { figures, response } = provinceReport(actor, campaignId, whole, most)
  const rows = figures?.heat.parts.flatMap((part) => part.rows) ?? []
  if (!figures || !rows.some(({ cells }) => cells.some(isShown))) return null
  const rate = (of: { asked: number; submitted: number }) =>
    of.asked > 0 ? formatPercent(locale, of.submitted / of.asked) : '–'
  const lines: HeatLine[] = [
    {
      label: gaps('province.row'),
      bold: true,
      cells: figures.province.map(({ figure }) => figure),
      end: rate(response),
    },
    ...rows.map((each) => ({ label: each.name, cells: each.cells, end: rate(each) })),
  ]
  return {
    body: stacked(
      [
        heatGrid(locale, {
          width,
          columns: figures.columns.map(({ short }) => short[locale]),
          rows: lines,
          end: gaps('heat.response'),
        }),
        heatKey(locale, width),
      ],
      20,
    ),
    title:
      figures.heat.found > rows.length
        ? t('chart.communes.some', { count: rows.length, communes: figures.heat.found })
        : t('chart.communes'),
    description: t('about.communes', { communes: rows.length, domains: figures.columns.length }),
    how: 'colours',
  }
}

const quadrants: Place['quadrant'][] = ['both', 'conditions', 'skills', 'neither', 'unclear']

function drawPlaces({ actor, campaignId, locale, width, height = 470 }: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const gaps = getT(locale, 'gaps')
  const { rows } = conditionsReport(actor, campaignId)
  const points = rows.flatMap(({ name, skills, conditions, place }): PlacedPoint[] =>
    skills && conditions
      ? [{ name, x: -skills.value, y: 100 - conditions.value, quadrant: place.quadrant }]
      : [],
  )
  const known = rows.find(({ skills, conditions, middle }) => skills && conditions && middle !== null)
  if (!known) return null
  const count = (quadrant: Place['quadrant']) => points.filter((each) => each.quadrant === quadrant).length
  const middle = { x: -known.skills!.middle, y: 100 - known.middle! }
  return {
    body: stacked(
      [
        scatterChart(locale, { width, height, points, middle }),
        dotKey(
          quadrants.map((quadrant) => ({
            ...lookOf(quadrant),
            words: t('key.place', { name: gaps(`quadrant.${quadrant}`), count: count(quadrant) }),
          })),
          width,
        ),
      ],
      14,
    ),
    title: t('chart.places'),
    description: gaps('conditionsPage.lead', {
      both: count('both'),
      skills: count('skills'),
      conditions: count('conditions'),
      unclear: count('unclear'),
    }),
    how: 'places',
  }
}

function drawPositions({ actor, campaignId, locale, width, most = everyRow }: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const charts = getT(locale, 'charts')
  const { domains, everybody, departments, positions } = positionsReport(actor, campaignId)
  if (![...departments, ...positions].some(({ cells }) => cells.some(isShown))) return null
  const all = positions.filter(({ cells }) => cells.some((cell) => cell !== null))
  const overall = ({ cells }: { cells: Figure[] }) => overallOf(cells)?.share ?? -1
  const isPart = most < all.length
  const shown = isPart ? all.toSorted((a, b) => overall(b) - overall(a)).slice(0, most) : all
  const asked = positions.reduce((sum, each) => sum + each.asked, 0)
  const heading = (label: string): HeatLine => ({ label, cells: [], bold: true })
  const rows: HeatLine[] = [
    { label: charts('positions.all'), cells: everybody, end: formatNumber(locale, asked), bold: true },
    ...(isPart || departments.length === 0
      ? []
      : [
          heading(charts('positions.departments')),
          ...departments.map(({ name, cells }) => ({ label: name[locale], cells })),
          heading(charts('positions.positions')),
        ]),
    ...shown.map(({ name, cells, asked: own }) => ({
      label: name[locale],
      cells,
      end: formatNumber(locale, own),
    })),
  ]
  return {
    body: stacked(
      [
        heatGrid(locale, {
          width,
          columns: domains.map(({ short }) => short[locale]),
          rows,
          end: charts('positions.asked'),
        }),
        heatKey(locale, width),
      ],
      20,
    ),
    title: t(isPart ? 'chart.positions.some' : 'chart.positions', { count: most, positions: all.length }),
    description: t('about.positions', { positions: shown.length, domains: domains.length }),
    how: 'colours',
  }
}

function drawTrend({ actor, campaignId, locale, width }: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const { trend } = trendReport(actor, campaignId)
  const told = trend.rows.filter(
    ({ figures }) => isShown(figures.at(-1) ?? null) && figures.filter(isShown).length > 1,
  )
  if (told.length === 0) return null
  return {
    body: trendChart(locale, trend, width),
    title: t('chart.trend', { count: trend.campaigns.length }),
    description: t('about.trend', { count: trend.campaigns.length, domains: told.length }),
    how: 'dots',
  }
}

function drawResponse({ actor, campaignId, locale, width, most = everyRow }: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const { figures, response } = provinceReport(actor, campaignId, whole, everyRow)
  const rows = figures?.heat.parts.flatMap((part) => part.rows) ?? []
  if (response.asked === 0) return null
  return {
    body: responseChart(locale, rows, width, most),
    title: t(most < rows.length ? 'chart.response.some' : 'chart.response', { count: most }),
    description: t('about.response', {
      submitted: formatNumber(locale, response.submitted),
      asked: formatNumber(locale, response.asked),
      percent: formatPercent(locale, response.submitted / response.asked),
      low: response.low,
    }),
    how: 'answers',
  }
}

function drawConditions({ actor, campaignId, locale, width }: ChartFor): DrawnChart | null {
  const t = getT(locale, 'meeting')
  const gaps = getT(locale, 'gaps')
  const { figures, response } = provinceReport(actor, campaignId, whole)
  const own = (figures?.conditions ?? []).toSorted(
    (a, b) => shareLacking(b.condition) - shareLacking(a.condition),
  )
  if (!own.some(({ condition }) => !condition.hidden)) return null
  return {
    body: estimateRows(locale, {
      width,
      axis: t('axis.lacking'),
      rows: own.map(({ condition, communes }) => {
        const label = condition.name[locale]
        if (condition.hidden) return { label, drawn: { missing: '' }, beside: [gaps('hidden.short')] }
        const { lacking, n, low, high } = condition
        const of = t('lacking.communes', { count: communes, communes: response.communes })
        return {
          label,
          drawn: { value: lacking / n, low, high },
          beside: [
            formatPercent(locale, lacking / n),
            `(${rangeText(locale, condition)})`,
            ...(width < roomy ? [] : [of]),
          ],
        }
      }),
    }),
    title: t('chart.conditions'),
    description: own
      .flatMap(({ condition }) =>
        condition.hidden
          ? []
          : [`${condition.name[locale]} ${formatPercent(locale, condition.lacking / condition.n)}`],
      )
      .join('; '),
    how: 'dots',
  }
}

function shareLacking(condition: { hidden: true } | { hidden: false; lacking: number; n: number }): number {
  return condition.hidden ? -1 : condition.lacking / condition.n
}
