import { decodeText, readCsv } from './csv'
import type { Message } from './message'
import { tableLimits, type CellValue, type TableLimits, type TableProblem } from './table'

/** What is wrong in a table of figures; line and column count from 1, `column` is null where the whole line is meant. */
export type CellProblem = Message & { line: number; column: number | null }

/** A table whose first line names its columns. `line` is the line of the file; every row has a cell for each name. */
export type NamedTable = {
  /** Of the names. */ line: number
  names: string[]
  rows: { line: number; cells: CellValue[] }[]
  commaDecimals: boolean
}

export type Read<T> = { ok: true; table: T } | { ok: false; problems: CellProblem[] }

/** Matrices of responses are wider than lists of people: up to 500 columns. */
export const matrixLimits: TableLimits = { ...tableLimits, columns: 500 }

/** At most so many problems are told at once. */
export const mostProblems = 50

export const refuseTable = (problems: CellProblem[]): { ok: false; problems: CellProblem[] } => ({
  ok: false,
  problems: problems.slice(0, mostProblems),
})

/**
 * Reads CSV (comma, semicolon or tab; UTF-8 or UTF-16) whose first line names the columns. Figures may have a decimal
 * comma where the first line has no comma.
 */
export function readNamedCsv(
  source: string | Uint8Array,
  limits: TableLimits = matrixLimits,
): Read<NamedTable> {
  const text = typeof source === 'string' ? source : (decodeText(source) ?? '')
  const tabs = spacesAsTabs(text)
  const bytes = tabs ?? source
  const read = readCsv(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, 'CSV', limits)
  if (!read.ok) return refuseTable([fileProblem(read.problem)])
  const headLine = text.split(/\r?\n/).find((line) => line.trim() !== '' && !/^\ufeff?sep=.$/i.test(line))
  return namedTable(read.sheets[0]!.rows, !headLine?.includes(','))
}

/** Of a table whose cells stand apart by spaces, as R's write.table leaves it, the same with tabs; null for any other. */
function spacesAsTabs(text: string): string | null {
  if (/[,;\t]/.test(text.replace(/"[^"\n]*"/g, ''))) return null
  const cells = text.split(/\r?\n/).map((line) => line.match(/"[^"]*"|[^\s"]+/g) ?? [])
  const [head, ...body] = cells.filter((line) => line.length > 0)
  if (!head || head.length < 2 || !body.length) return null
  const more = body[0]!.length - head.length
  const alike = body.every(({ length }) => length === body[0]!.length) && (more === 0 || more === 1)
  return alike ? cells.map((line) => line.join('\t')).join('\n') : null
}

/** A problem with the file as a whole, told at its first line. */
export function fileProblem(problem: TableProblem): CellProblem {
  const limit = 'limit' in problem ? { limit: problem.limit } : undefined
  return { line: 1, column: null, key: `problem.file.${problem.code}`, ...(limit && { values: limit }) }
}

/** The same from cells, such as the first sheet of a workbook. Empty lines are left out. */
export function namedTable(rows: CellValue[][], commaDecimals = true): Read<NamedTable> {
  const filled = rows
    .map((cells, at) => ({ line: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== null))
  const [head, ...body] = filled
  if (!head) return refuseTable([{ line: 1, column: null, key: 'problem.file.empty' }])
  const width = head.cells.findLastIndex((cell) => cell !== null) + 1
  const names = head.cells.slice(0, width).map((cell) =>
    String(cell ?? '')
      .trim()
      .normalize('NFC'),
  )
  const problems = [...nameProblems(names, head.line), ...widthProblems(body, width)]
  if (body.length === 0) problems.push({ line: head.line, column: null, key: 'problem.noRows' })
  if (problems.length > 0) return refuseTable(problems)
  const even = body.map(({ line, cells }) => ({ line, cells: names.map((_, i) => cells[i] ?? null) }))
  return { ok: true, table: { line: head.line, names, rows: even, commaDecimals } }
}

function nameProblems(names: string[], line: number): CellProblem[] {
  return names.flatMap((name, i): CellProblem[] => {
    if (name === '') return [{ line, column: i + 1, key: 'problem.noName' }]
    return names.indexOf(name) < i
      ? [{ line, column: i + 1, key: 'problem.nameTwice', values: { name } }]
      : []
  })
}

function widthProblems(rows: { line: number; cells: CellValue[] }[], width: number): CellProblem[] {
  const wide = rows.map(({ line, cells }) => ({
    line,
    last: cells.findLastIndex((cell) => cell !== null) + 1,
  }))
  if (wide.length > 1 && wide.every(({ last }) => last === width + 1))
    return [{ line: wide[0]!.line, column: 1, key: 'problem.rowNames' }]
  return wide
    .filter(({ last }) => last > width)
    .map(({ line, last }) => ({ line, column: last, key: 'problem.tooWide', values: { width } }))
}

/** Whether a cell holds nothing: empty, or NA as R and NaN as Python write it. */
export function isMissing(cell: CellValue): boolean {
  return cell === null || (typeof cell === 'string' && /^(?:NA|NaN|nan|)$/.test(cell.trim()))
}

/** A cell as a finite number; null for text. @example cellNumber('1,5', true) // 1.5 */
export function cellNumber(cell: CellValue, commaDecimals: boolean): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell !== 'string') return null
  const text = commaDecimals ? cell.trim().replace(',', '.') : cell.trim()
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}
