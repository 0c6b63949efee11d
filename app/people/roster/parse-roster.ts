import { fold } from '~/formats/fold'
import { cellAddress, type CellValue, type SheetTable } from '~/formats/table'
import { findLayout } from './columns'
import { communeLookup } from './commune-lookup'
import { withDuplicates } from './duplicates'
import { rosterError, rosterWarning } from './messages'
import { parseRow } from './parse-row'
import { positionLookup } from './position-lookup'
import { cellReader, type CellReader } from './sheet-cells'
import type {
  ParsedRoster,
  Problem,
  RosterColumn,
  RosterLayout,
  RosterOptions,
  RosterReference,
} from './types'

/**
 * Reads a roster from the sheets of a file (`readWorkbook`, `readCsv`): finds the table, reads every row,
 * marks what is written twice. Pure and deterministic: the same file gives the same rows.
 *
 * @example
 * const read = parseRoster(sheets, reference, { today: '2026-11-21', convertLegacy: false })
 * if (!read.ok) return read.problems          // no table found, with the reasons
 * const diff = diffRoster(read.roster.rows, existing, {})
 */
export function parseRoster(
  sheets: SheetTable[],
  reference: RosterReference,
  options: RosterOptions,
  progress: (read: number, total: number) => void = () => undefined,
): { ok: true; roster: ParsedRoster } | { ok: false; problems: Problem[] } {
  const { layout, problems } = findLayout(sheets, options)
  if (!layout) return { ok: false, problems }
  const sheet = sheets.find((candidate) => candidate.name === layout.sheet)!
  const cells = cellReader(sheet, layout, options.convertLegacy)
  const findCommune = communeLookup(reference)
  const findPositions = positionLookup(reference.positions)
  const skipped: Problem[] = []

  const numbers = rowNumbers(sheet, layout)
  const parsed = numbers.flatMap((row, i) => {
    if (i % 200 === 0) progress(i, numbers.length)
    const heading = headingOf(cells, layout, row)
    if (heading) skipped.push(heading)
    if (heading || isNumbering(sheet, layout, row)) return []
    if (isExample(cells, row)) {
      skipped.push(rosterWarning('exampleSkipped', { values: { row } }))
      return []
    }
    const cell = (column: RosterColumn) => cells.cell(row, column)
    return [parseRow({ row, cell: once(cell), options, findCommune, findPositions })]
  })
  if (parsed.length === 0)
    return { ok: false, problems: [rosterError('noRows', { values: { sheet: layout.sheet } }), ...problems] }

  const legacyCells = cells.legacyCells()
  const converted = options.convertLegacy && legacyCells > 0
  const notes = converted ? [rosterWarning('legacyConverted', { values: { count: legacyCells } })] : []
  return {
    ok: true,
    roster: {
      layout,
      rows: withDuplicates(parsed),
      problems: [...problems, ...cells.problems, ...notes, ...skipped],
      legacyCells,
    },
  }
}

/** A cell is asked for by several readers; counted and judged once. */
function once<K, V>(read: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    if (!known.has(key)) known.set(key, read(key))
    return known.get(key)!
  }
}

/** The rows below the headings that hold anything in a column of ours. */
function rowNumbers(sheet: SheetTable, layout: RosterLayout): number[] {
  const columns = Object.entries(layout.columns).flatMap(([column, at]) =>
    column === 'citizenId' ? [] : [at],
  )
  const merged = new Set<number>()
  for (const { top, bottom, left, right } of sheet.merges) {
    if (!columns.some((at) => left <= at && at <= right)) continue
    for (let row = top + 1; row <= Math.min(bottom, sheet.rows.length); row += 1) merged.add(row)
  }
  return sheet.rows.flatMap((cells, i) => {
    const row = i + 1
    if (row < layout.firstRow) return []
    const ours = columns.some(
      (at) => (cells[at - 1] ?? null) !== null || sheet.failed.has(cellAddress(row, at)),
    )
    return ours || (merged.has(row) && cells.some((value) => value !== null)) ? [row] : []
  })
}

/** The row `(1) (2) (3)` that many forms put under their headings. */
function isNumbering(sheet: SheetTable, layout: RosterLayout, row: number): boolean {
  if (row > layout.firstRow + 1) return false
  const filled = (sheet.rows[row - 1] ?? []).filter(
    (value): value is NonNullable<CellValue> => value !== null,
  )
  const numbers = filled.map((value) => /^\(?(\d{1,2})\)?$/.exec(String(value))?.[1])
  return filled.length > 2 && numbers.filter((number) => number !== undefined).length >= filled.length - 1
}

/** The mark of the row that shows in our template how to fill it in. */
export const exampleMark = 'VÍ DỤ'

function isExample(cells: CellReader, row: number): boolean {
  const code = cells.peek(row, 'staffCode')
  return typeof code === 'string' && fold(code) === fold(exampleMark)
}

const footers =
  /^(?:tong|cong\b|nguoi lap|thu truong|ghi chu|danh sach nay|an dinh|chu tich$|ky ten|noi nhan|ngay\b.*\bthang\b)/
const numerals = /^(?:[ivx]+|[a-d])\s*[.)/-]?\s/

/** A row that names a group or closes the list: text in one of our columns only, and no person. */
function headingOf(cells: CellReader, layout: RosterLayout, row: number): Problem | null {
  const columns = Object.keys(layout.columns) as RosterColumn[]
  const filled = columns.flatMap((column) => {
    const cell = cells.peek(row, column)
    return cell === null || column === 'citizenId' ? [] : [{ column, value: cell }]
  })
  const [only, ...more] = filled
  if (!only || more.length > 0) return null
  const first = fold(String(cells.first(row) ?? only.value))
  const text = fold(String(only.value))
  const group =
    footers.test(first) ||
    footers.test(text) ||
    numerals.test(`${first} `) ||
    /^(?:ubnd|xa|phuong|phong|khoi|dang uy|van phong)\b/.test(text)
  return group ? rosterWarning('headingSkipped', { value: String(only.value), values: { row } }) : null
}
