import { indicatorsOf, indicatorValues } from '~/gaps/indicators/indicator-values.server'
import type { IndicatorValue } from '~/gaps/indicators/indicator'
import { activeCriteria, meaningOf, type Card, type Criterion } from '../card'
import { entriesInForce, type Entry } from '../entries.server'
import { scoreOf, type CriterionScore, type Missing, type Reading } from '../score'
import { recordReadings } from './records.server'
import { surveyReading, surveysOf } from './survey.server'

const missing = (why: Missing): Reading => ({ missing: why })
const fromSurvey: ReadonlySet<string> = new Set(['at-target', 'conditions', 'response', 'commune-form'])

/**
 * The scores of communes of a province by a card, as everything stands on a day (YYYY-MM-DD): what surveys released, what the product
 * has on record, the newest indicators until that day, the entries in force. Read in bulk; the caller has authorised.
 */
export function scoresBy(
  card: Card,
  provinceCode: string,
  communes: readonly string[],
  day: string,
): Map<string, CriterionScore[]> {
  const criteria = activeCriteria(card)
  const readers = criteria.map((criterion) => ({ criterion, read: readerOf(criterion, provinceCode, day) }))
  const parts: Parts = {
    surveys: lazily(() => surveysOf(provinceCode)),
    indicators: lazily(() => newestIndicators(provinceCode, day)),
    entries: lazily(() => entriesOf(provinceCode, day)),
  }
  return new Map(
    communes.map((code) => [
      code,
      readers.map(({ criterion, read }) => scoreOf(criterion, read(code, parts))),
    ]),
  )
}

type Parts = {
  surveys: () => ReturnType<typeof surveysOf>
  indicators: () => Indicators
  entries: () => ReadonlyMap<string, Entry>
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

type Read = (commune: string, parts: Parts) => Reading

function readerOf({ code, source }: Criterion, provinceCode: string, day: string): Read {
  if (source.kind === 'indicator')
    return (commune, { indicators }) => indicatorReading(indicators(), source.indicator, commune)
  if (source.kind !== 'product')
    return (commune, { entries }) => entryReading(entries(), commune, code, meaningOf(source))
  const { measure, parameter } = source
  if (fromSurvey.has(measure))
    return (commune, { surveys }) => surveyReading(surveys().get(commune), commune, measure, parameter)
  const { of, otherwise } = recordReadings(provinceCode, measure, parameter, day)
  return (commune) => of.get(commune) ?? missing(otherwise)
}

type Indicators = { known: ReadonlyMap<string, string>; values: ReadonlyMap<string, IndicatorValue> }

/** By code of the indicator and commune the newest value until a day. */
function newestIndicators(provinceCode: string, until: string): Indicators {
  const known = new Map(indicatorsOf(provinceCode).map(({ code, id }) => [code, id]))
  // They come in the order of days, so the last of each is the newest.
  const values = new Map(
    indicatorValues(provinceCode, { until }).map((each) => [`${each.indicatorId} ${each.communeCode}`, each]),
  )
  return { known, values }
}

function indicatorReading({ known, values }: Indicators, indicator: string, commune: string): Reading {
  const id = known.get(indicator)
  if (id === undefined) return missing('indicator')
  const found = values.get(`${id} ${commune}`)
  if (!found) return missing('value')
  const { value, low, high, date, source } = found
  return { value, low: low ?? value, high: high ?? value, from: { kind: 'indicator', day: date, source } }
}

function entriesOf(provinceCode: string, day: string): ReadonlyMap<string, Entry> {
  return new Map(
    entriesInForce(provinceCode)
      .filter(({ date }) => date <= day)
      .map((each) => [`${each.communeCode} ${each.criterion}`, each]),
  )
}

function entryReading(
  entries: ReadonlyMap<string, Entry>,
  commune: string,
  criterion: string,
  meaning: string,
): Reading {
  const entry = entries.get(`${commune} ${criterion}`)
  if (entry?.meaning !== meaning) return missing('entry')
  if (entry.state === 'returned') return missing('returned')
  const { id, value, date, evidence, state } = entry
  return {
    value,
    low: value,
    high: value,
    from: { kind: 'entry', id, day: date, evidence, confirmed: state === 'confirmed' },
  }
}
