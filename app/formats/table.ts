/** What a cell can hold, wherever it was read from. Dates stand at midnight UTC. */
export type CellValue = string | number | boolean | Date | null

/** A block of cells shown as one; rows and columns count from 1, as in the file. */
export type MergedRange = { top: number; left: number; bottom: number; right: number }

/** A sheet as read from XLSX or CSV. `rows[i]` is row `i + 1` of the file, so empty rows are kept. */
export type SheetTable = {
  name: string
  hidden: boolean
  rows: CellValue[][]
  /** Addresses of cells whose value was computed by a formula. */
  formulas: ReadonlySet<string>
  /** Addresses of cells that hold an error of the spreadsheet, such as `#N/A`; their value is null. */
  failed: ReadonlySet<string>
  merges: readonly MergedRange[]
}

/** How much is accepted from outside. */
export type TableLimits = {
  bytes: number
  unpackedBytes: number
  rows: number
  columns: number
  sheets: number
}

export const tableLimits: TableLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  rows: 20_000,
  columns: 60,
  sheets: 60,
}

/** What a file that is not a spreadsheet turned out to be. */
export type FoundKind =
  | 'xls'
  | 'encrypted'
  | 'html'
  | 'xml'
  | 'pdf'
  | 'image'
  | 'word'
  | 'ods'
  | 'xlsb'
  | 'zip'
  | 'text'
  | 'damaged'
  | 'unknown'

export type TableProblem =
  | { code: 'not-xlsx'; found: FoundKind }
  | { code: 'empty' }
  | { code: 'too-many-rows'; sheet: string; limit: number }
  | { code: 'too-many-columns'; sheet: string; limit: number }
  | { code: 'too-big'; limit: number }
  | { code: 'no-sheet' }
  | { code: 'not-utf8' }

export type TableResult = { ok: true; sheets: SheetTable[] } | { ok: false; problem: TableProblem }

/** `columnLetters(28)` is `'AB'`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** The address people know: `cellAddress(118, 3)` is `'C118'`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

/** The reverse of `cellAddress`; null for what is no address. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const parts = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address)
  if (!parts) return null
  const column = [...parts[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(parts[2]), column }
}
