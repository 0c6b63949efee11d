import Papa from 'papaparse'
import { tableLimits, type CellValue, type SheetTable, type TableLimits, type TableResult } from './table'

const delimiters = [',', ';', '\t']

/**
 * Reads CSV bytes as a table of one sheet: UTF-8 or UTF-16, separated by comma, semicolon or tab. Every
 * filled cell is text, so that codes keep their leading zeros.
 */
export function readCsv(bytes: Uint8Array, name = 'CSV', limits: TableLimits = tableLimits): TableResult {
  if (bytes.length > limits.bytes) return { ok: false, problem: { code: 'too-big', limit: limits.bytes } }
  const text = decodeText(bytes)
  if (text === null) return { ok: false, problem: { code: 'not-utf8' } }
  const rows = parseRows(text, limits.rows + 1)
  while (rows.length > 0 && rows.at(-1)!.every((value) => value === null)) rows.pop()
  if (rows.length === 0) return { ok: false, problem: { code: 'empty' } }
  if (rows.length > limits.rows)
    return { ok: false, problem: { code: 'too-many-rows', sheet: name, limit: limits.rows } }
  const width = Math.max(...rows.map((row) => row.findLastIndex((value) => value !== null) + 1))
  if (width > limits.columns) {
    return { ok: false, problem: { code: 'too-many-columns', sheet: name, limit: limits.columns } }
  }
  const even = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null))
  const sheet: SheetTable = {
    name,
    hidden: false,
    rows: even,
    formulas: new Set(),
    failed: new Set(),
    merges: [],
  }
  return { ok: true, sheets: [sheet] }
}

function parseRows(text: string, most: number): CellValue[][] {
  const told = /^sep=([,;\t])\r?\n/i.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const data = split(body, told?.[1] ?? guessDelimiter(body), most)
  const rows = data.map((row) => row.map((value): CellValue => (value.trim() === '' ? null : value)))
  return told ? [[], ...rows] : rows
}

function split(text: string, delimiter: string, most: number): string[][] {
  return Papa.parse<string[]>(text, { delimiter, preview: most, skipEmptyLines: false }).data
}

/** The delimiter that gives most rows the same width; papaparse's own guess errs on few rows. */
function guessDelimiter(text: string): string {
  const start = text.slice(0, 50_000)
  const scored = delimiters.map((delimiter) => {
    const widths = new Map<number, number>()
    for (const { length } of split(start, delimiter, 30)) {
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
    }
    return { delimiter, score: Math.max(0, ...Array.from(widths, ([width, times]) => times * 100 + width)) }
  })
  return scored.sort((a, b) => b.score - a.score)[0]!.delimiter
}

/** Text of UTF-8 or UTF-16 bytes, with or without a mark at the start; null when it is neither. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 200)
  const zeros = (odd: number) => start.filter((byte, i) => i % 2 === odd && byte === 0).length
  if (zeros(1) > start.length / 8) return 'utf-16le'
  return zeros(0) > start.length / 8 ? 'utf-16be' : 'utf-8'
}

/**
 * Writes CSV that Excel opens rightly: UTF-8 with its mark, CRLF, RFC 4180 quotes. Text that a spreadsheet
 * would run as a formula gets an apostrophe in front and stays readable; dates are dd/MM/yyyy.
 */
export function writeCsv(rows: CellValue[][], delimiter: ',' | ';' | '\t' = ','): string {
  return csvMark + rows.map((row) => csvLine(row, delimiter)).join('')
}

/** What a CSV file begins with, so that Excel reads it as UTF-8. */
export const csvMark = '\ufeff'

/** One line of such a file, with its end. */
export function csvLine(row: readonly CellValue[], delimiter: ',' | ';' | '\t' = ','): string {
  return row.map((value) => quote(asText(value), delimiter)).join(delimiter) + '\r\n'
}

function asText(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) {
    const [year, month, day] = value.toISOString().slice(0, 10).split('-')
    return `${day}/${month}/${year}`
  }
  if (typeof value !== 'string') return String(value)
  return /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(value) ? `'${value}` : value
}

function quote(text: string, delimiter: string): string {
  return /["\r\n;\t]|^\s|\s$/.test(text) || text.includes(delimiter)
    ? `"${text.replaceAll('"', '""')}"`
    : text
}
