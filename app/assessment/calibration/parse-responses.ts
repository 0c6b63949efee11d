import { cellNumber, isMissing, readNamedCsv, refuseTable } from '~/formats/number-table'
import type { CellProblem, NamedTable, Read } from '~/formats/number-table'
import type { CellValue } from '~/formats/table'

export type ResponseTable = {
  items: string[]
  /** Answers per person, integers from 0, null = missing; `line` is the line of the file. */
  rows: { line: number; answers: (number | null)[] }[]
  group: { name: string; values: (string | null)[] } | null
}

/** A score above this is taken for an identity or a date that strayed in among the answers. */
export const greatestAnswer = 50

/**
 * Reads a response matrix: the first line names the items, each further line is a person; separator comma, semicolon or
 * tab; an empty cell (or NA, NaN) is a missing answer; lines with nothing in them are left out. Answers are integers from 0 to
 * 50, 1 being right in a right/wrong item. A column of identities or line numbers is refused.
 * @param options.group name of a column that tells the groups to be compared; it is taken out of the items
 */
export function parseResponses(
  source: string | Uint8Array,
  options: { group?: string } = {},
): Read<ResponseTable> {
  const read = readNamedCsv(source)
  return read.ok ? toResponses(read.table, options) : read
}

/** The same from a table that is read already, such as the first sheet of a workbook. */
export function toResponses(table: NamedTable, { group }: { group?: string } = {}): Read<ResponseTable> {
  const { names, line, rows } = table
  const at = group === undefined ? -1 : names.indexOf(group.trim().normalize('NFC'))
  if (group !== undefined && at < 0)
    return refuseTable([{ line, column: null, key: 'problem.missingColumn', values: { name: group } }])
  const columns = names.flatMap((_, i) => (i === at ? [] : [i]))
  const problems: CellProblem[] = []
  if (columns.length === 0) problems.push({ line, column: null, key: 'problem.noItems' })
  const strays = columns.flatMap((i) => strayColumn(table, i))
  if (strays.length > 0) return refuseTable(strays)
  const answers = rows.map((row) => ({
    line: row.line,
    answers: columns.map((i) => {
      const cell = row.cells[i] ?? null
      if (isMissing(cell)) return null
      const value = answerOf(cell, table)
      if (value !== null) return value
      problems.push({
        line: row.line,
        column: i + 1,
        key: 'problem.notAnswer',
        values: { name: names[i]!, value: String(cell), limit: greatestAnswer },
      })
      return null
    }),
  }))
  if (problems.length > 0) return refuseTable(problems)
  const groups = rows.map((row) => {
    const cell = row.cells[at] ?? null
    return isMissing(cell) ? null : String(cell).trim().normalize('NFC')
  })
  return {
    ok: true,
    table: {
      items: columns.map((i) => names[i]!),
      rows: answers,
      group: at < 0 ? null : { name: names[at]!, values: groups },
    },
  }
}

function answerOf(cell: CellValue, { commaDecimals }: NamedTable): number | null {
  const value = cellNumber(cell, commaDecimals)
  return value !== null && Number.isInteger(value) && value >= 0 && value <= greatestAnswer ? value : null
}

/** From so many lines on, a column that counts them is not taken for an item. */
const countedLines = 8

/** A column without any answer, or one that counts the lines: told once, not for each cell. */
function strayColumn(table: NamedTable, at: number): CellProblem[] {
  const cells = table.rows.map((row) => row.cells[at] ?? null)
  const filled = cells.filter((cell) => !isMissing(cell))
  const told = (key: string) => {
    const values = { name: table.names[at]!, value: String(filled[0]).slice(0, 40) }
    return [{ line: table.line, column: at + 1, key, values }]
  }
  if (filled.length > 1 && filled.every((cell) => answerOf(cell, table) === null))
    return told('problem.notItem')
  const figures = cells.map((cell) => cellNumber(cell, table.commaDecimals))
  const counts = figures.every((value, i) => value !== null && (i === 0 || value === figures[i - 1]! + 1))
  return counts && figures.length >= countedLines ? told('problem.counts') : []
}
