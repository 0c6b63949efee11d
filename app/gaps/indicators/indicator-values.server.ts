import { reader } from '~/platform/db/db.server'
import type { Tx } from '~/platform/db/db.server'
import { chanceRange, type Direction, type IndicatorInfo, type IndicatorValue, type Unit } from './indicator'

type From = { sql: Pick<Tx['sql'], 'all'> }

type IndicatorRow = Pick<IndicatorInfo, 'id' | 'code' | 'order'> & {
  nameVi: string
  nameEn: string
  unit: Unit
  unitVi: string
  unitEn: string
  better: Direction
}

/** The indicators of a province that are not removed, in its order; the caller has authorised. */
export function indicatorsOf(provinceCode: string, from: From = reader): IndicatorInfo[] {
  return from.sql
    .all<IndicatorRow>(
      `SELECT id, code, nameVi, nameEn, unit, unitVi, unitEn, better, "order" FROM Indicator
       WHERE provinceCode = ? AND removedAt IS NULL ORDER BY "order", code`,
      provinceCode,
    )
    .map(({ nameVi, nameEn, unitVi, unitEn, ...row }) => ({
      ...row,
      name: { vi: nameVi, en: nameEn },
      unitText: { vi: unitVi, en: unitEn },
    }))
}

type ValueRow = Omit<IndicatorValue, 'low' | 'high'> & { unit: Unit }

/**
 * Every value in force of a province's indicators, by indicator, date and commune; the caller has authorised. Of a commune
 * and a day the newest counts among the imports that are not undone. `until` (YYYY-MM-DD) leaves out later days.
 */
export function indicatorValues(
  provinceCode: string,
  { indicatorId, until }: { indicatorId?: string; until?: string } = {},
  from: From = reader,
): IndicatorValue[] {
  return from.sql
    .all<ValueRow>(
      `SELECT v.indicatorId, v.communeCode, v.date, v.value, v."of", v.source, i.unit
       FROM IndicatorValue v JOIN Indicator i ON i.id = v.indicatorId
       WHERE v.id IN (
         SELECT max(w.id) FROM IndicatorValue w
         JOIN IndicatorImport m ON m.id = w.importId AND m.undoneAt IS NULL
         JOIN Indicator j ON j.id = w.indicatorId AND j.provinceCode = ? AND j.removedAt IS NULL
         WHERE (? IS NULL OR w.indicatorId = ?) AND (? IS NULL OR w.date <= ?)
         GROUP BY w.indicatorId, w.communeCode, w.date)
       ORDER BY i."order", i.code, v.date, v.communeCode`,
      ...[provinceCode, indicatorId ?? null, indicatorId ?? null, until ?? null, until ?? null],
    )
    .map(({ unit, ...row }) => {
      const range = unit === 'percent' ? chanceRange(row.value, row.of) : null
      return { ...row, low: range?.low ?? null, high: range?.high ?? null }
    })
}
