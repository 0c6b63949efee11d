import writeXlsx from 'write-excel-file/node'
import type { CellValue } from './table'

export type ColumnKind = 'text' | 'number' | 'integer' | 'percent' | 'date'

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

// eslint-disable-next-line no-control-regex
const notInXml = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

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
    value: clean(column.header),
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
  return { value: clean(value), type: String }
}

function clean(text: string): string {
  return text.replace(notInXml, '').normalize('NFC').slice(0, 32_767)
}

function guessWidth(column: ColumnOut): number {
  return Math.min(40, Math.max(column.kind === 'date' ? 12 : 10, column.header.length + 2))
}

/** Excel refuses some signs, more than 31 characters, and two sheets of one name. */
function sheetNames(wanted: string[]): string[] {
  const used = new Set<string>()
  return wanted.map((name, i) => {
    const base =
      clean(name)
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || `Sheet${i + 1}`
    let unique = base
    for (let n = 2; used.has(unique.toLowerCase()); n += 1)
      unique = `${base.slice(0, 28 - String(n).length)} (${n})`
    used.add(unique.toLowerCase())
    return unique
  })
}
