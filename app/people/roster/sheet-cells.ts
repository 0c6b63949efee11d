import { detectColumnEncoding, detectInColumn, toUnicode, type TextEncoding } from '~/formats/legacy-encoding'
import {
  cellAddress,
  columnLetters,
  type CellValue,
  type MergedRange,
  type SheetTable,
} from '~/formats/table'
import { rosterError, rosterWarning } from './messages'
import type { Problem, RosterColumn, RosterLayout } from './types'

/** One cell of the roster, its text in Unicode if that was asked for. */
export type RosterCell = {
  column: RosterColumn
  address: string
  value: CellValue
  encoding: TextEncoding
  /** Set when the cell itself cannot be used: an error of the spreadsheet, a merged or old-encoded cell. */
  problem: Problem | null
}

export type CellReader = {
  cell: (row: number, column: RosterColumn) => RosterCell | null
  /** What stands in a cell, unjudged. */
  peek: (row: number, column: RosterColumn) => CellValue
  /** The first thing in a row, in whatever column. */
  first: (row: number) => CellValue
  legacyCells: () => number
  problems: Problem[]
}

/** Reads cells by the name of their column, with all that can be wrong with a cell whatever it says. */
export function cellReader(sheet: SheetTable, layout: RosterLayout, convertLegacy: boolean): CellReader {
  const merges = mergesByColumn(sheet.merges, layout)
  const encodings = new Map<number, TextEncoding>()
  let legacyCells = 0

  const encodingOf = (at: number): TextEncoding => {
    const known = encodings.get(at)
    if (known) return known
    const texts = sheet.rows.slice(layout.firstRow - 1).map((row) => row[at - 1])
    const found = detectColumnEncoding(texts.filter((text): text is string => typeof text === 'string'))
    encodings.set(at, found)
    return found
  }

  const cell: CellReader['cell'] = (row, column) => {
    const at = layout.columns[column]
    if (at === undefined) return null
    const address = cellAddress(row, at)
    const value = sheet.rows[row - 1]?.[at - 1] ?? null
    const merge = value === null ? merges.get(at)?.find((m) => m.top <= row && row <= m.bottom) : undefined
    if (merge) {
      const range = `${cellAddress(merge.top, merge.left)}:${cellAddress(merge.bottom, merge.right)}`
      return {
        column,
        address,
        value,
        encoding: 'unicode',
        problem: rosterError('mergedCells', { column, address, values: { range } }),
      }
    }
    if (sheet.failed.has(address)) {
      return {
        column,
        address,
        value,
        encoding: 'unicode',
        problem: rosterError('cellError', { column, address }),
      }
    }
    if (typeof value !== 'string') return { column, address, value, encoding: 'unicode', problem: null }
    const encoding = detectInColumn(value, encodingOf(at))
    if (encoding === 'unicode' || encoding === 'unsure') {
      const unsure = encoding === 'unsure' ? rosterWarning('legacyUnsure', { column, address, value }) : null
      return { column, address, value: value.normalize('NFC'), encoding, problem: unsure }
    }
    legacyCells += 1
    const converted = toUnicode(value, encoding)
    if (convertLegacy) return { column, address, value: converted, encoding, problem: null }
    const suggestion = { code: 'convert', label: converted }
    const values = { encoding: encoding === 'tcvn3' ? 'TCVN3' : 'VNI' }
    return {
      column,
      address,
      value,
      encoding,
      problem: rosterError('legacyText', { column, address, value, values, suggestion }),
    }
  }
  const peek = (row: number, column: RosterColumn) =>
    sheet.rows[row - 1]?.[(layout.columns[column] ?? 0) - 1] ?? null
  const first = (row: number) => sheet.rows[row - 1]?.find((value) => value !== null) ?? null
  return { cell, peek, first, legacyCells: () => legacyCells, problems: formulaWarnings(sheet, layout) }
}

function mergesByColumn(merges: readonly MergedRange[], layout: RosterLayout): Map<number, MergedRange[]> {
  const inTable = merges.filter((merge) => merge.bottom >= layout.firstRow)
  return new Map(
    Object.values(layout.columns).map((at) => [
      at,
      inTable.filter((merge) => merge.left <= at && at <= merge.right),
    ]),
  )
}

/** One warning a column, however many formulas it holds. */
function formulaWarnings(sheet: SheetTable, layout: RosterLayout): Problem[] {
  if (sheet.formulas.size === 0) return []
  return Object.entries(layout.columns).flatMap(([column, at]) => {
    const letters = columnLetters(at)
    const cells = [...sheet.formulas].filter((address) => {
      const row = Number(address.slice(letters.length))
      return address.startsWith(letters) && row >= layout.firstRow
    })
    if (cells.length === 0 || column === 'citizenId') return []
    return [
      rosterWarning('formulas', {
        column: column as RosterColumn,
        address: cells[0]!,
        values: { count: cells.length },
      }),
    ]
  })
}
