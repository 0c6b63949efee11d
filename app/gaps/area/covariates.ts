import { cellNumber, isMissing, type CellProblem, type NamedTable, type Read } from '~/formats/number-table'

/** A column of more names than this is no grouping but a name of its own for each area. */
const mostLevels = 50

/** A column of the design and where it stands in the file, counted from 0. */
export type CovariateColumn = { name: string; values: Float64Array; at: number | null }

/**
 * Covariates as columns of the design. A column is one of group names where `factors` names it or none of its cells is a
 * figure; it becomes a column of 0 and 1 for each name but the first in order (figures by size, then text by code).
 */
export function readCovariates(
  table: NamedTable,
  places: readonly number[],
  factors: readonly string[],
  isSampled: (row: number) => boolean,
): Read<CovariateColumn[]> {
  const problems: CellProblem[] = []
  const columns = places.flatMap((at): CovariateColumn[] => {
    const cells = table.rows.map((row) => row.cells[at]!)
    const name = table.names[at]!
    const told = (row: number, key: string): CellProblem => ({
      line: table.rows[row]!.line,
      column: at + 1,
      key,
      values: { name, value: String(cells[row] ?? '').slice(0, 40) },
    })
    const empty = cells.flatMap((cell, row) =>
      isMissing(cell) ? [told(row, 'problem.covariateMissing')] : [],
    )
    problems.push(...empty)
    if (empty.length > 0) return []
    const figures = cells.map((cell) => cellNumber(cell, table.commaDecimals))
    if (!factors.includes(name) && figures.some((value) => value !== null)) {
      problems.push(
        ...figures.flatMap((value, row) => (value === null ? [told(row, 'problem.notNumber')] : [])),
      )
      return [{ name, values: Float64Array.from(figures, (value) => value ?? 0), at }]
    }
    const labels = cells.map((cell) => String(cell).trim())
    const levels = [...new Set(labels)].sort(inOrder)
    if (levels.length > mostLevels) {
      const values = { name, count: levels.length, limit: mostLevels }
      problems.push({ line: table.line, column: at + 1, key: 'problem.tooManyGroups', values })
      return []
    }
    const unseen = levels.filter((level) => !labels.some((each, row) => each === level && isSampled(row)))
    problems.push(...unseen.map((level) => told(labels.indexOf(level), 'problem.levelUnsampled')))
    return levels.slice(1).map((level) => ({
      name: `${name}=${level}`,
      values: Float64Array.from(labels, (label) => (label === level ? 1 : 0)),
      at,
    }))
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, table: columns }
}

function inOrder(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1
  if (x !== y && !Number.isNaN(x)) return x - y
  return a < b ? -1 : a > b ? 1 : 0
}
