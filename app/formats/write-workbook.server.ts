import writeXlsx from 'write-excel-file/node'
import { cleanText, sheetNames } from './sheet-xml'
import type { CellValue } from './table'

type ColumnKind = 'text' | 'number' | 'integer' | 'percent' | 'date'

/** One column of a sheet to write: its heading, how its numbers are shown, its width in characters. */
export type ColumnOut = { header: string; kind?: ColumnKind; width?: number }

export type SheetOut = { name: string; columns: ColumnOut[]; rows: CellValue[][] }

const formats: Record<ColumnKind, string | undefined> = {
  text: undefined,
  number: '#,##0.00',
  integer: '#,##0',
  percent: '0.0%',
  date: 'dd/mm/yyyy',
}

/**
 * Writes an XLSX file: heading in bold and frozen, numbers as numbers, dates as dd/mm/yyyy. Text stays text
 * even where it begins like a formula.
 *
 * @example
 * await writeWorkbook([{ name: 'Kết quả', columns: [{ header: 'Xã' }, { header: 'Tỷ lệ', kind: 'percent' }],
 *   rows: [['Xã Bảo Lạc', 0.578]] }])
 */
export async function writeWorkbook(sheets: SheetOut[]): Promise<Buffer> {
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  return writeXlsx(
    sheets.map((sheet, i) => ({
      sheet: names[i]!,
      columns: sheet.columns.map((column) => ({ width: column.width ?? guessWidth(column) })),
      stickyRowsCount: 1,
      data: [
        sheet.columns.map(headerCell),
        ...sheet.rows.map((row) => row.map((value, at) => cell(value, sheet.columns[at]))),
      ],
    })),
  ).toBuffer()
}

function headerCell(column: ColumnOut) {
  return {
    value: cleanText(column.header),
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
    alignVertical: 'top' as const,
  }
}

function cell(value: CellValue, column: ColumnOut | undefined) {
  if (value === null || value === '') return null
  const format = formats[column?.kind ?? 'text']
  if (typeof value === 'number')
    return Number.isFinite(value) ? { value, type: Number, ...(format && { format }) } : null
  if (value instanceof Date) return { value, type: Date, format: formats.date! }
  if (typeof value === 'boolean') return { value, type: Boolean }
  return { value: cleanText(value), type: String }
}

function guessWidth(column: ColumnOut): number {
  return Math.min(40, Math.max(column.kind === 'date' ? 12 : 10, column.header.length + 2))
}
