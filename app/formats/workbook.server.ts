import readXlsx from 'read-excel-file/universal'
import { fileKind } from './file-kind'
import {
  tableLimits,
  type CellValue,
  type FoundKind,
  type SheetTable,
  type TableLimits,
  type TableProblem,
  type TableResult,
} from './table'
import { listSheets, scanSheet, type SheetScan } from './workbook-scan'
import { ZipError, readZip, writeZip, zipPaths } from './zip.server'

const refuse = (problem: TableProblem): TableResult => ({ ok: false, problem })
const notXlsx = (found: FoundKind): TableResult => refuse({ code: 'not-xlsx', found })

/**
 * Reads every sheet of an XLSX file, hidden ones too. Sizes are checked before anything is parsed, and the
 * parser is given only the parts that were checked. Nothing is thrown for what a person may have uploaded.
 *
 * @example
 * const read = await readWorkbook(buffer)
 * if (!read.ok) return { message: fileMessage(read.problem) }
 * read.sheets[0].rows[117][2] // the value of C118
 */
export async function readWorkbook(buffer: Buffer, limits: TableLimits = tableLimits): Promise<TableResult> {
  if (buffer.length === 0) return refuse({ code: 'empty' })
  if (buffer.length > limits.bytes) return refuse({ code: 'too-big', limit: limits.bytes })
  const kind = fileKind(buffer)
  if (kind !== 'zip') return notXlsx(kind)
  try {
    return await readPackage(buffer, limits)
  } catch (error) {
    if (error instanceof ZipError && error.code === 'too-big') {
      return refuse({ code: 'too-big', limit: limits.unpackedBytes })
    }
    return notXlsx('damaged')
  }
}

async function readPackage(buffer: Buffer, limits: TableLimits): Promise<TableResult> {
  const paths = zipPaths(buffer)
  if (!paths.includes('xl/workbook.xml')) return notXlsx(packageKind(paths))
  const files = readZip(
    buffer,
    limits,
    (path) => /\.(?:xml|rels)$/.test(path) && !/^(?:docProps|customXml)\//.test(path),
  )
  const text = (path: string) => files.get(path)?.toString('utf8') ?? ''
  const listed = listSheets(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
  if (!listed.some((sheet) => sheet.path && files.has(sheet.path))) return refuse({ code: 'no-sheet' })
  if (listed.length > limits.sheets) return refuse({ code: 'too-big', limit: limits.unpackedBytes })

  const scans: (SheetScan | null)[] = []
  for (const { name: sheet, path } of listed) {
    const scan = path ? scanSheet(text(path)) : null
    if (path && !scan) return notXlsx('damaged')
    if (path && scan) {
      if (scan.rows > limits.rows) return refuse({ code: 'too-many-rows', sheet, limit: limits.rows })
      if (scan.columns > limits.columns)
        return refuse({ code: 'too-many-columns', sheet, limit: limits.columns })
      files.set(path, Buffer.from(scan.trimmed))
    }
    scans.push(scan)
  }
  const checked = writeZip(files, { store: true })
  const read = await readXlsx(new Uint8Array(checked).buffer)
  const sheets = read.map(({ sheet, data }, i): SheetTable => {
    const scan = scans[i]
    return {
      name: sheet,
      hidden: listed[i]?.hidden ?? false,
      rows: ((data ?? []) as unknown as CellValue[][]).map((row) => row.map(plain)),
      formulas: scan?.formulas ?? new Set(),
      failed: scan?.failed ?? new Set(),
      merges: scan?.merges ?? [],
    }
  })
  return sheets.every((sheet) => sheet.rows.length === 0) ? refuse({ code: 'empty' }) : { ok: true, sheets }
}

/** A cell of spaces is empty, and a date that is none is no date. */
function plain(value: CellValue): CellValue {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  return value instanceof Date && Number.isNaN(value.getTime()) ? null : value
}

function packageKind(paths: string[]): FoundKind {
  if (paths.includes('word/document.xml')) return 'word'
  if (paths.includes('xl/workbook.bin')) return 'xlsb'
  return paths.includes('content.xml') ? 'ods' : 'zip'
}
