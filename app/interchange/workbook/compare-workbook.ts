import { cleanText } from '~/formats/sheet-xml'
import { cellAddress, type CellValue, type SheetTable, type TableProblem } from '~/formats/table'
import type { ExportSheet, SheetId } from './sheet'

/** A cell that is not as released; `cell` is its address in the file. */
export type CellDifference = { cell: string; row: string; column: string; theirs: CellValue; ours: CellValue }
/** A row that only one side has, by the words that name it; `line` is where it stands in the file. */
export type RowDifference = { row: string; line: number | null }

/**
 * How a sheet of a file compares with the same sheet as released. `figures`: numbers and dates that were compared. Lists end
 * at `mostListed`; the counts do not.
 */
export type SheetComparison = {
  id: SheetId
  name: string
  living: boolean
  found: boolean
  rows: number
  figures: number
  differing: number
  cells: CellDifference[]
  /** Rows of the file that were not released, rows that it has twice, and released rows that it has not. */
  added: { count: number; rows: RowDifference[] }
  doubled: { count: number; rows: RowDifference[] }
  missing: { count: number; rows: RowDifference[] }
  /** Headings that one side has not; columns are found by their heading, wherever they stand. */
  columnsAdded: string[]
  columnsMissing: string[]
}

export const mostListed = 50

export type WorkbookCheck =
  /** No spreadsheet, a CSV, or one that takes more than the product may spend on it. */
  | { kind: 'unreadable'; problem: TableProblem | { code: 'csv' } | { code: 'too-much' } }
  /** No workbook of a report, or that of the campaign with this code. */
  | { kind: 'notOurs' }
  | { kind: 'otherCampaign'; code: string }
  /** `sameRelease`: the fingerprint in the file is that of the figures; null where none was kept. */
  | { kind: 'compared'; sameRelease: boolean | null; sheets: SheetComparison[] }

/** Whether everything that was released stands in the file as released; what lives on may differ. */
export function isWhole({ sheets, sameRelease }: Extract<WorkbookCheck, { kind: 'compared' }>): boolean {
  return sameRelease !== false && sheets.every((sheet) => sheet.living || isSame(sheet))
}

/** Whether a sheet says everything as released. */
export function isSame(sheet: SheetComparison): boolean {
  const lists = [sheet.added, sheet.doubled, sheet.missing]
  return (
    sheet.found &&
    sheet.differing === 0 &&
    lists.every(({ count }) => count === 0) &&
    sheet.columnsMissing.length === 0 &&
    sheet.columnsAdded.length === 0
  )
}

/**
 * Compares the sheets of a file with those of the product cell by cell. Rows are found by what names them and columns by their
 * headings, so that a workbook that was sorted, or whose columns were moved, is compared all the same.
 * @param ours sheets without keys are left out
 */
export function compareSheets(
  ours: readonly ExportSheet[],
  theirs: readonly SheetTable[],
): SheetComparison[] {
  const byName = new Map(theirs.map((sheet) => [sheet.name.trim().toLowerCase(), sheet]))
  return ours
    .filter(({ keys }) => keys.length > 0)
    .map((sheet) => compareSheet(sheet, byName.get(sheet.name.toLowerCase())))
}

function compareSheet(ours: ExportSheet, theirs: SheetTable | undefined): SheetComparison {
  const result: SheetComparison = {
    id: ours.id,
    name: ours.name,
    living: ours.living ?? false,
    found: theirs !== undefined,
    rows: 0,
    figures: 0,
    differing: 0,
    cells: [],
    added: { count: 0, rows: [] },
    doubled: { count: 0, rows: [] },
    missing: { count: 0, rows: [] },
    columnsAdded: [],
    columnsMissing: [],
  }
  if (!theirs) return result
  const headings = ours.columns.map(({ header }) => plainText(header))
  const found = (theirs.rows[0] ?? []).map((value) => plainText(value))
  const placeOf = headings.map((heading) => found.indexOf(heading))
  result.columnsMissing = headings.filter((_, i) => placeOf[i] === -1)
  result.columnsAdded = found.filter((heading) => heading !== '' && !headings.includes(heading))
  // Without what names its rows nothing of a sheet can be told.
  if (ours.keys.some((key) => placeOf[key] === -1)) return { ...result, found: false }

  const lines = linesByKey(
    theirs,
    ours.keys.map((key) => placeOf[key]!),
    result,
  )
  for (const row of ours.rows) {
    const values = headings.map((_, i) => row[i] ?? null)
    if (values.every(isEmpty)) continue
    const key = keyOf(ours.keys.map((at) => values[at]!))
    const line = lines.get(key)
    // A line with one cell is a remark, such as that the data are samples.
    if (values.filter((value) => !isEmpty(value)).length > 1) result.rows += 1
    if (line === undefined) {
      note(result.missing, { row: nameOf(values), line: null })
      continue
    }
    lines.delete(key)
    compareRow(values, theirs.rows[line]!, line, headings, placeOf, result)
  }
  for (const line of lines.values()) note(result.added, { row: nameOf(theirs.rows[line]!), line: line + 1 })
  return result
}

/** Rows of a file by what names them; one that comes again is noted and left out. */
function linesByKey({ rows }: SheetTable, keys: number[], result: SheetComparison): Map<string, number> {
  const lines = new Map<string, number>()
  for (const [i, row] of rows.entries()) {
    if (i === 0 || row.every(isEmpty)) continue
    const key = keyOf(keys.map((at) => row[at] ?? null))
    if (lines.has(key)) note(result.doubled, { row: nameOf(row), line: i + 1 })
    else lines.set(key, i)
  }
  return lines
}

function compareRow(
  ours: readonly CellValue[],
  theirs: readonly CellValue[],
  line: number,
  headings: readonly string[],
  placeOf: readonly number[],
  result: SheetComparison,
): void {
  for (const [i, heading] of headings.entries()) {
    const at = placeOf[i]!
    if (at === -1) continue
    const [own, other] = [ours[i]!, theirs[at] ?? null]
    if (typeof own === 'number' || own instanceof Date) result.figures += 1
    if (isEqual(own, other)) continue
    result.differing += 1
    if (result.cells.length < mostListed)
      result.cells.push({
        cell: cellAddress(line + 1, at + 1),
        row: nameOf(ours),
        column: heading,
        theirs: other,
        ours: own,
      })
  }
}

function note(list: SheetComparison['added'], row: RowDifference): void {
  list.count += 1
  if (list.rows.length < mostListed) list.rows.push(row)
}

/** Spreadsheets keep some fifteen digits of a number, and the day of a date. */
function isEqual(a: CellValue, b: CellValue): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b)
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a))
  if (a instanceof Date && b instanceof Date)
    return a.toISOString().slice(0, 10) === b.toISOString().slice(0, 10)
  return typeof a === typeof b && plainText(a) === plainText(b)
}

function isEmpty(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

function plainText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : cleanText(String(value)).trim()
}

function keyOf(values: readonly CellValue[]): string {
  return JSON.stringify(values.map(plainText))
}

/** The words that a person knows a row by: its first texts. */
function nameOf(row: readonly CellValue[]): string {
  return row
    .slice(0, 6)
    .filter((value) => typeof value === 'string' && value.trim() !== '')
    .map(plainText)
    .join(' · ')
}
