import { measureTable, type MeasureResult } from '~/assessment/calibration/measure-table'
import { toResponses, type ResponseTable } from '~/assessment/calibration/parse-responses'
import { matrixLimits, refuseTable, type NamedTable, type Read } from '~/formats/number-table'
import type { TableLimits } from '~/formats/table'
import { areaReport, type AreaReport } from '../area/area-report'
import type { AreaInput } from '../area/fay-herriot'
import { toAreas } from '../area/parse-areas'
import type { MeasureChoices } from './measure-choices'

/** What a page takes at once: more belongs on the command line, beside the pages of others. */
export const uploadLimits: TableLimits = { ...matrixLimits, bytes: 5 * 1024 * 1024, columns: 300 }
export const mostCells = 1_000_000

/** What is worked on: choices with the table that was read. Columns of the design travel as lists of numbers. */
export type MeasureTask =
  | { kind: 'responses'; choices: Extract<MeasureChoices, { kind: 'responses' }>; table: ResponseTable }
  | { kind: 'areas'; choices: Extract<MeasureChoices, { kind: 'areas' }>; table: StoredAreas }

type StoredAreas = Omit<AreaInput, 'columns'> & { columns: { name: string; values: number[] }[] }

/** What came of it: the same as the command line prints. */
export type MeasureRun = { kind: 'responses'; result: MeasureResult } | { kind: 'areas'; result: AreaReport }

/** A table with the choices made for it, or what is wrong with it. */
export function measureTask(table: NamedTable, choices: MeasureChoices): Read<MeasureTask> {
  if (table.rows.length * table.names.length > mostCells)
    return refuseTable([
      { line: table.line, column: null, key: 'problem.tooManyCells', values: { limit: mostCells } },
    ])
  if (choices.kind === 'responses') {
    const read = toResponses(table, { group: choices.group })
    return read.ok ? { ok: true, table: { kind: 'responses', choices, table: read.table } } : read
  }
  const read = toAreas(table, { factors: choices.factors })
  if (!read.ok) return read
  const columns = read.table.columns.map(({ name, values }) => ({ name, values: Array.from(values) }))
  return { ok: true, table: { kind: 'areas', choices, table: { ...read.table, columns } } }
}

export function runMeasure(task: MeasureTask): MeasureRun {
  if (task.kind === 'responses') return { kind: 'responses', result: measureTable(task.table, task.choices) }
  const columns = task.table.columns.map(({ name, values }) => ({
    name,
    values: Float64Array.from(values),
  }))
  return { kind: 'areas', result: areaReport({ ...task.table, columns }) }
}
