import { tableLimits, type TableLimits, type TableProblem } from '~/formats/table'
import { readWorkbook } from '~/formats/workbook.server'
import { defineTask } from '~/platform/jobs/thread.server'
import type { PaperContext } from './batch'
import { readAnswerSheets, type WorkbookReading } from './read-workbook'

export const uploadLimitMb = 10

/** A sheet for every profile, a column for every cell of an answer. */
const limits: TableLimits = {
  ...tableLimits,
  bytes: uploadLimitMb * 1024 * 1024,
  columns: 400,
  sheets: 300,
}

type Input = { file: Uint8Array; context: PaperContext }
export type UploadReading = WorkbookReading | { ok: false; fault: 'file'; problem: TableProblem }

/** Reads an uploaded workbook of answers beside the server's own thread. */
export const readUpload = defineTask<Input, UploadReading>(
  'read answers on paper',
  async ({ file, context }) => {
    const tables = await readWorkbook(Buffer.from(file), limits)
    return tables.ok
      ? readAnswerSheets(tables.sheets, context)
      : { ok: false, fault: 'file', problem: tables.problem }
  },
)
