import { formatDate, formatNumber } from '~/platform/i18n/format'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { productMeasures, unitOf, type Criterion, type ProductMeasure, type Rule, type Source } from './card'
import type { Change } from './change'
import type { Raise } from './raise'
import type { Origin, Reading, Total } from './score'
import type { RankRange } from './standing'

/** The units of a province's indicators by code; '%' of a percentage. */
export type Units = Readonly<Record<string, Bilingual>>

/** Points to a tenth, without a needless nought behind the comma: `62,5`, `8`. */
export function pointsText(locale: Locale, points: number): string {
  return formatNumber(locale, points, Number.isInteger(points) ? 0 : 1)
}

/** `62,5/85`: points of those that have a figure. */
export function totalText(locale: Locale, { points, known }: Total): string {
  return `${pointsText(locale, points)}/${pointsText(locale, known)}`
}

/** `58,1–66`, or nothing where the range is one value. */
export function rangeText(locale: Locale, { low, high }: { low: number; high: number }): string | null {
  return low === high ? null : `${pointsText(locale, low)}–${pointsText(locale, high)}`
}

/** `từ thứ 5 đến thứ 13 trong 56 xã`. */
export function rankText(locale: Locale, { low, high, of }: RankRange): string {
  return getT(locale, 'scorecard')(low === high ? 'rank.one' : 'rank.range', { low, high, of })
}

/** A change with its range where it leaves zero; otherwise that none is clear. */
export function changeText(locale: Locale, change: Change): string {
  const t = getT(locale, 'scorecard')
  if (change.standing === 'unclear')
    return t(change.low === 0 && change.high === 0 ? 'change.same' : 'change.unclear')
  const sizes = [Math.abs(change.low), Math.abs(change.high)].sort((a, b) => a - b)
  const points = pointsText(locale, Math.abs(change.points))
  const range = rangeText(locale, { low: sizes[0]!, high: sizes[1]! })
  const key = change.standing === 'up' ? 'change.up' : 'change.down'
  return range ? t(`${key}.range`, { points, range }) : t(key, { points })
}

function figure(locale: Locale, value: number): string {
  const tenths = Math.round(value * 10) / 10
  return formatNumber(locale, tenths, Number.isInteger(tenths) ? 0 : 1)
}

function unitText(locale: Locale, source: Source, units: Units, count: number): string {
  const t = getT(locale, 'scorecard')
  if (source.kind === 'number') return source.unit[locale]
  if (source.kind === 'indicator') return units[source.indicator]?.[locale] ?? ''
  if (source.kind !== 'product') return ''
  const { unit } = productMeasures[source.measure]
  if (unit === 'percent') return '%'
  return unit === 'count' ? t(`unit.${source.measure}` as 'unit.teams', { count }) : ''
}

/** A number with its unit, without a space before a percentage. */
const withUnit = (amount: string, unit: string) =>
  unit === '' || unit.startsWith('%') ? amount + unit : `${amount} ${unit}`

/** A value in words, by what it is: `57,8%`, `24 buổi`, a level by its name, yes or no. */
export function valueText(
  locale: Locale,
  { source }: Pick<Criterion, 'source'>,
  value: number,
  units: Units,
): string {
  const t = getT(locale, 'scorecard')
  const unit = unitOf(source)
  if (unit === 'yesno') return t(value >= 1 ? 'value.yes' : 'value.no')
  if (source.kind === 'level') return source.levels[value]?.[locale] ?? t('value.unknown')
  if (unit === 'index') return t('value.index', { value: figure(locale, value) })
  return withUnit(figure(locale, value), unitText(locale, source, units, value))
}

/** The ends of a reading's interval, `(51,2–64,0)`; null where the value is counted. */
export function intervalText(locale: Locale, reading: Reading): string | null {
  if (reading.missing !== undefined || reading.low === reading.high) return null
  return `${figure(locale, reading.low)}–${figure(locale, reading.high)}`
}

/** Where a value is from and of when. */
export function originText(locale: Locale, from: Origin): string {
  const t = getT(locale, 'scorecard')
  const day = formatDate(from.day)
  if (from.kind === 'campaign') return t('origin.campaign', { title: from.title[locale], day })
  if (from.kind === 'indicator') return t('origin.indicator', { source: from.source, day })
  if (from.kind === 'records') return t('origin.records', { day })
  return t(from.confirmed ? 'origin.confirmed' : 'origin.waiting', { day, evidence: from.evidence })
}

/** How points come of a value: `0 điểm từ 20% trở xuống, đủ 8 điểm từ 80%`. */
export function ruleText(locale: Locale, criterion: Criterion, units: Units): string {
  const t = getT(locale, 'scorecard')
  const { rule, max, source } = criterion
  const value = (amount: number) => valueText(locale, criterion, amount, units)
  if (rule.kind === 'yesno') return t('rule.yesno', { max: pointsText(locale, max) })
  if (rule.kind === 'linear')
    return t(rule.goal > rule.floor ? 'rule.linear' : 'rule.linear.lower', {
      floor: value(rule.floor),
      goal: value(rule.goal),
      max: pointsText(locale, max),
    })
  return rule.steps.map((step) => stepText(locale, source, rule, step, value(step.at))).join('; ')
}

function stepText(
  locale: Locale,
  source: Source,
  { better }: Extract<Rule, { kind: 'steps' }>,
  { points }: { points: number },
  value: string,
): string {
  const key = source.kind === 'level' ? 'rule.level' : better === 'higher' ? 'rule.from' : 'rule.to'
  return getT(locale, 'scorecard')(key, { value, points: pointsText(locale, points) })
}

/** What a step would take: `thêm 12 điểm phần trăm (từ 43,2% lên 55,2%)`. */
export function raiseText(
  locale: Locale,
  criterion: Criterion,
  { from, to, need }: Raise,
  units: Units,
): string {
  const t = getT(locale, 'scorecard')
  const { source } = criterion
  if (unitOf(source) === 'yesno') return t('raise.do')
  const [was, is] = [from, to].map((value) => valueText(locale, criterion, value, units)) as [string, string]
  if (source.kind === 'level') return t('raise.level', { to: is })
  const unit = unitText(locale, source, units, need)
  const points = unitOf(source) === 'index' ? t('unit.index') : unit
  const amount =
    unit === '%' ? t('raise.percent', { need: figure(locale, need) }) : withUnit(figure(locale, need), points)
  return t(to > from ? 'raise.more' : 'raise.less', { amount, from: was, to: is })
}

export type Names = {
  measures: Readonly<Record<string, Bilingual>>
  modules: Readonly<Record<string, Bilingual>>
  indicators: Readonly<Record<string, Bilingual>>
}

/** What a criterion is scored from, in words. */
export function sourceText(locale: Locale, source: Source, names: Names): string {
  const t = getT(locale, 'scorecard')
  if (source.kind === 'indicator') {
    const name = names.indicators[source.indicator]
    return name
      ? t('source.indicator', { name: name[locale] })
      : t('source.indicatorGone', { code: source.indicator })
  }
  if (source.kind !== 'product') return t(`source.${source.kind}`)
  return measureText(locale, source.measure, source.parameter, names)
}

/** A measure of the product with what it is of: `Phần công chức đạt mức: An toàn`. */
export function measureText(
  locale: Locale,
  measure: ProductMeasure,
  parameter: string | undefined,
  { measures, modules }: Pick<Names, 'measures' | 'modules'>,
): string {
  const t = getT(locale, 'scorecard')
  const name = t(`measure.${measure}`)
  if (parameter === undefined) return name
  const { parameter: kind } = productMeasures[measure]
  const of =
    kind === 'facet'
      ? getT(locale, 'segments')(`facet.${parameter}` as 'facet.equipment')
      : ((kind === 'module' ? modules : measures)[parameter]?.[locale] ?? parameter)
  return t('measure.of', { name, of })
}
