import {
  cellNumber,
  isMissing,
  readNamedCsv,
  refuseTable,
  type CellProblem,
  type NamedTable,
  type Read,
} from '~/formats/number-table'
import { tableLimits, type CellValue } from '~/formats/table'
import { readCovariates } from './covariates'
import type { AreaInput } from './fay-herriot'
import { dependentColumn } from './least-squares'

/** Columns that hold names of groups even where they look like figures, such as a district's number. */
export type AreaOptions = { factors?: readonly string[] }

/** Sampling variances further apart than this cannot be weighted against each other in double precision. */
const widest = 1e12
const [tiniest, largest] = [1e-50, 1e50]

/**
 * Reads areas from CSV: columns area, estimate, variance in any order, then covariates. An area without estimate was not
 * sampled. A covariate is a figure, or a name of a group, whose first name in order is the reference.
 */
export function parseAreas(source: string | Uint8Array, options: AreaOptions = {}): Read<AreaInput> {
  const read = readNamedCsv(source, tableLimits)
  return read.ok ? toAreas(read.table, options) : read
}

/** The same from a table that is read already, such as the first sheet of a workbook. */
export function toAreas(table: NamedTable, { factors = [] }: AreaOptions = {}): Read<AreaInput> {
  const place = (name: string) => table.names.findIndex((each) => each.toLowerCase() === name)
  const [area, estimate, variance] = [place('area'), place('estimate'), place('variance')]
  const { line } = table
  const missing = ['area', 'estimate', 'variance'].filter((name) => place(name) < 0)
  const strange = factors.filter((name) => !table.names.includes(name))
  if (missing.length > 0 || strange.length > 0)
    return refuseTable(
      [...missing, ...strange].map((name) => ({
        line,
        column: null,
        key: 'problem.missingColumn',
        values: { name },
      })),
    )
  const problems: CellProblem[] = []
  const names = table.rows.map(({ cells }) => (isMissing(cells[area]!) ? '' : String(cells[area]).trim()))
  const seen = new Map<string, number>()
  const estimates: (number | null)[] = []
  const variances: (number | null)[] = []
  for (const [d, row] of table.rows.entries()) {
    const name = names[d]!
    const first = seen.get(name)
    if (name === '') problems.push({ line: row.line, column: area + 1, key: 'problem.noArea' })
    else if (first !== undefined)
      problems.push({ line: row.line, column: area + 1, key: 'problem.areaTwice', values: { name, first } })
    else seen.set(name, row.line)
    const sampled = sampledCells(table, row, estimate, variance)
    problems.push(...sampled.problems)
    estimates.push(sampled.estimate)
    variances.push(sampled.variance)
  }
  const others = table.names.flatMap((_, i) => ([area, estimate, variance].includes(i) ? [] : [i]))
  const covariates = readCovariates(table, others, factors, (d) => estimates[d] !== null)
  if (!covariates.ok) problems.push(...covariates.problems)
  if (problems.length > 0 || !covariates.ok)
    return refuseTable(problems.sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0)))
  const intercept = { name: 'intercept', values: new Float64Array(names.length).fill(1), at: null }
  const columns = [intercept, ...covariates.table]
  const input: AreaInput = { names, estimate: estimates, variance: variances, columns }
  const wrong = designProblem(
    input,
    columns.map(({ at }) => at),
    line,
  )
  return wrong ? refuseTable([wrong]) : { ok: true, table: input }
}

function sampledCells(
  { names, commaDecimals }: NamedTable,
  { line, cells }: { line: number; cells: CellValue[] },
  estimateAt: number,
  varianceAt: number,
): { estimate: number | null; variance: number | null; problems: CellProblem[] } {
  const problem = (at: number, key: string) => ({
    estimate: null,
    variance: null,
    problems: [
      {
        line,
        column: at + 1,
        key,
        values: { name: names[at]!, value: String(cells[at] ?? '').slice(0, 40) },
      },
    ],
  })
  const [estimateCell, varianceCell] = [cells[estimateAt]!, cells[varianceAt]!]
  const estimate = isMissing(estimateCell) ? null : cellNumber(estimateCell, commaDecimals)
  const variance = isMissing(varianceCell) ? null : cellNumber(varianceCell, commaDecimals)
  if (estimate === null && !isMissing(estimateCell)) return problem(estimateAt, 'problem.notNumber')
  if (variance === null && !isMissing(varianceCell)) return problem(varianceAt, 'problem.notNumber')
  if (variance !== null && variance <= 0) return problem(varianceAt, 'problem.varianceNotPositive')
  if (estimate !== null && variance === null) return problem(varianceAt, 'problem.varianceMissing')
  if (estimate !== null && Math.abs(estimate) > largest) return problem(estimateAt, 'problem.outOfRange')
  if (variance !== null && (variance > largest || variance < tiniest))
    return problem(varianceAt, 'problem.outOfRange')
  return { estimate, variance: estimate === null ? null : variance, problems: [] }
}

function designProblem(input: AreaInput, at: (number | null)[], line: number): CellProblem | null {
  const sampled = input.estimate.flatMap((each, d) => (each === null ? [] : [d]))
  const columns = input.columns.map(({ values }) => Float64Array.from(sampled, (d) => values[d]!))
  const head = { line, column: null }
  const sizes = { areas: sampled.length, coefficients: columns.length }
  if (sampled.length <= columns.length) return { ...head, key: 'problem.tooFewAreas', values: sizes }
  const found = dependentColumn(columns)
  if (found !== null) {
    const name = input.columns[found]!.name
    return { line, column: at[found]! + 1, key: 'problem.collinear', values: { name } }
  }
  const variances = sampled.map((d) => input.variance[d]!)
  if (Math.max(...variances) / Math.min(...variances) > widest)
    return { ...head, key: 'problem.variancesApart' }
  return null
}
