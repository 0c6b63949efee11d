import { communesIn, provinceByCode } from '~/people/places/places.server'
import { group } from '~/people/roster/commune-lookup'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import type { IndicatorInfo } from './indicator'
import { indicatorProvince, requireIndicator } from './indicator-province.server'
import { indicatorsOf, indicatorValues } from './indicator-values.server'
import { daySummaries, usualDay, type DaySummary } from './summary'

export type ListedIndicator = IndicatorInfo & { day: DaySummary | null; before: DaySummary | null }

/** A file that was taken in; `by` is null where the account is gone. */
export type ListedImport = {
  id: string
  fileName: string
  at: string
  by: string | null
  added: number
  changed: number
  same: number
  undoneAt: string | null
}

type Asked = { remove: string | null; removed: string | null; undo: string | null }

/** The indicators of the actor's province with how far they are known, the files they came in, and what is asked about. */
export function viewIndicators(actor: Actor, { remove, removed, undo }: Asked) {
  const provinceCode = indicatorProvince(actor)
  const values = group(indicatorValues(provinceCode), ({ indicatorId }) => indicatorId)
  const indicators = indicatorsOf(provinceCode).map((indicator): ListedIndicator => {
    const days = daySummaries(values.get(indicator.id) ?? [])
    const day = usualDay(days)
    return { ...indicator, day, before: days.find(({ date }) => day !== null && date < day.date) ?? null }
  })
  const imports = importsOf(provinceCode)
  const found = <Row extends { id: string }>(rows: Row[], id: string | null) => {
    if (id === null) return null
    const row = rows.find((each) => each.id === id)
    if (!row) throw refuse('notFound')
    return row
  }
  return {
    province: provinceByCode(provinceCode).name,
    communes: communesIn(provinceCode).length,
    indicators,
    imports,
    removal: found(indicators, remove),
    removed: removed === null ? null : { id: removed, ...requireIndicator(reader, removed, provinceCode) },
    undoing: found(imports, undo),
  }
}

export type IndicatorsView = ReturnType<typeof viewIndicators>

/** What the form of an indicator needs; `edited` is null for a new one. */
export function viewIndicatorForm(actor: Actor, id: string | null) {
  const provinceCode = indicatorProvince(actor)
  const edited = id === null ? null : indicatorsOf(provinceCode).find((each) => each.id === id)
  if (edited === undefined) throw refuse('notFound')
  return {
    province: provinceByCode(provinceCode).name,
    edited,
    hasValues: id !== null && indicatorValues(provinceCode, { indicatorId: id }).length > 0,
  }
}

export type IndicatorFormView = ReturnType<typeof viewIndicatorForm>

const mostImports = 50

function importsOf(provinceCode: string): ListedImport[] {
  return reader.sql.all<ListedImport>(
    `SELECT m.id, m.fileName, m.at, a.displayName AS "by", m.added, m.changed, m.same, m.undoneAt
     FROM IndicatorImport m LEFT JOIN Account a ON a.id = m."by"
     WHERE m.provinceCode = ? ORDER BY m.at DESC, m.id LIMIT ${mostImports}`,
    provinceCode,
  )
}
