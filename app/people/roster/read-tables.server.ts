import { readCsv } from '~/formats/csv'
import { fileKind } from '~/formats/file-kind'
import { tableLimits, type TableLimits, type TableResult } from '~/formats/table'
import { readWorkbook } from '~/formats/workbook.server'

export const uploadLimitMb = 10

const limits: TableLimits = { ...tableLimits, bytes: uploadLimitMb * 1024 * 1024 }

/** Reads an uploaded file by what it is, not by what its name says. */
export async function readTables(file: Uint8Array, fileName: string): Promise<TableResult> {
  const kind = fileKind(file)
  const named = /\.(?:csv|tsv|txt)$/i.test(fileName)
  if (kind === 'text' || (kind === 'unknown' && named)) return readCsv(file, 'CSV', limits)
  return readWorkbook(Buffer.from(file), limits)
}
