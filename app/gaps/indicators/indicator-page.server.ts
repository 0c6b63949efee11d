import { compareVi } from '~/formats/fold'
import { writeCsv } from '~/formats/csv'
import type { Download } from '~/formats/download'
import { fileName } from '~/formats/file-name'
import { bareName, communesIn, provinceByCode } from '~/people/places/places.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import type { IndicatorValue } from './indicator'
import { indicatorProvince } from './indicator-province.server'
import { indicatorsOf, indicatorValues } from './indicator-values.server'
import { orderOf, sortValues, type ValueOrder } from './sort-values'
import { daySummaries, usualDay } from './summary'

export type ValueQuery = { date: string | null; sort: string | null; dir: string | null }

/** A commune with its value on the day that is looked at and on the days before, newest first; null where there is none. */
export type ValueRow = {
  code: string
  name: string
  value: IndicatorValue | null
  before: (IndicatorValue | null)[]
}

/** So many earlier days stand beside the one that is looked at. */
const mostBefore = 4

/** One indicator of the actor's province: its values commune by commune on a day, and on the days before. */
export function viewIndicator(actor: Actor, id: string, query: ValueQuery) {
  const { provinceCode, indicator, values, communes } = of(actor, id)
  const days = daySummaries(values)
  const day = days.find(({ date }) => date === query.date) ?? usualDay(days)
  const before = days.filter(({ date }) => day !== null && date < day.date).slice(0, mostBefore)
  const at = new Map(values.map((value) => [`${value.communeCode} ${value.date}`, value]))
  const valueAt = (code: string, date: string | undefined) => at.get(`${code} ${date}`) ?? null
  const order: ValueOrder = orderOf(query, indicator.better)
  const rows = communes.map(({ code, name }): ValueRow => ({
    code,
    name,
    value: valueAt(code, day?.date),
    before: before.map(({ date }) => valueAt(code, date)),
  }))
  return {
    province: provinceByCode(provinceCode).name,
    indicator,
    days,
    day,
    before,
    order,
    rows: sortValues(rows, order, (a, b) => compareVi(bareName(a), bareName(b))),
    sources: [...new Set(values.filter(({ date }) => date === day?.date).map(({ source }) => source))],
  }
}

export type IndicatorView = ReturnType<typeof viewIndicator>

/** Every value of an indicator in force as CSV, one line a commune and day; of sample data each line says so. */
export function indicatorCsv(
  actor: Actor,
  id: string,
  { locale, sample }: { locale: Locale; sample: boolean },
): Download<string> {
  const { indicator, values, communes } = of(actor, id)
  const t = getT(locale, 'indicators')
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const heads = (
    ['code', 'name', 'indicator', 'date', 'value', 'unit', 'dossiers', 'low', 'high', 'source'] as const
  ).map((key) => t(`column.${key}`))
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100)
  const unit = indicator.unit === 'percent' ? '%' : indicator.unitText[locale]
  return {
    name: fileName([indicator.name[locale]], 'csv'),
    body: writeCsv([
      [...heads, ...(sample ? [t('column.sample')] : [])],
      ...values.map((each) => [
        ...[
          each.communeCode,
          names.get(each.communeCode) ?? formerName(each.communeCode),
          indicator.name[locale],
        ],
        new Date(`${each.date}T00:00:00Z`),
        ...[each.value, unit, each.of, rounded(each.low), rounded(each.high), each.source],
        ...(sample ? [t('sample')] : []),
      ]),
    ]),
  }
}

/** A commune that has ended since keeps its values. */
function formerName(code: string): string {
  return reader.sql.get<{ name: string }>('SELECT name FROM Commune WHERE code = ?', code)?.name ?? code
}

function of(actor: Actor, id: string) {
  const provinceCode = indicatorProvince(actor)
  const indicator = indicatorsOf(provinceCode).find((each) => each.id === id)
  if (!indicator) throw refuse('notFound')
  const communes = communesIn(provinceCode)
  return { provinceCode, indicator, communes, values: indicatorValues(provinceCode, { indicatorId: id }) }
}
