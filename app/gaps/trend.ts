import type { Bilingual } from '~/platform/i18n/locale'
import { isShown, type Figure, type Shown } from './figures'
import type { MeasureInfo } from './measure'

/** A campaign on the line of time. */
export type TrendCampaign = { id: string; title: Bilingual; closedAt: string }

/** The figures of one measure over campaigns, the first campaign first. */
export type TrendRow = { measure: MeasureInfo; figures: Figure[] }

export type Trend = { campaigns: TrendCampaign[]; rows: TrendRow[] }

/** A figure on its line: `at` is its moment between the first campaign (0) and the last (1). */
export type TrendMark = { campaign: TrendCampaign; at: number; figure: Shown }

/** The shown figures of a row as marks on the line of time; null where a figure is not shown. */
export function trendMarks(
  { campaigns }: Pick<Trend, 'campaigns'>,
  { figures }: TrendRow,
): (TrendMark | null)[] {
  const times = campaigns.map(({ closedAt }) => Date.parse(closedAt))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  return campaigns.map((campaign, i) => {
    const figure = figures[i] ?? null
    if (!isShown(figure)) return null
    return { campaign, at: last > first ? (times[i]! - first) / (last - first) : 0.5, figure }
  })
}

/** Ends of one axis for all rows: the whole tenths around every interval that is shown. */
export function trendDomain({ rows }: Pick<Trend, 'rows'>): [number, number] {
  const shown = rows.flatMap(({ figures }) => figures.filter(isShown))
  if (shown.length === 0) return [0, 1]
  const tenth = (value: number, round: (n: number) => number) => round(Number((value * 10).toFixed(6))) / 10
  const low = tenth(Math.min(...shown.map((each) => each.low)), Math.floor)
  const high = tenth(Math.max(...shown.map((each) => each.high)), Math.ceil)
  return high > low ? [low, high] : [Math.max(0, low - 0.1), Math.min(1, low + 0.1)]
}
