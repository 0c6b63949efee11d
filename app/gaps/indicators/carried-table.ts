import { z } from 'zod'
import { cellAddress, type CellValue, type SheetTable } from '~/formats/table'

/** A cell as it travels through a form: a date of a spreadsheet keeps its day, a cell with an error says so. */
export type CarriedCell = string | number | boolean | { date: string } | { failed: true } | null

/** The table of a file from its headings on; `line` is the line of the file in which they stand. */
export type CarriedTable = { sheet: string; line: number; rows: CarriedCell[][]; others: string[] }

/** So many values are looked through at once: ten years of quarters of 126 communes. */
export const mostRows = 6000

const cell = z.union([
  z.string().max(400),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  z.strictObject({ failed: z.literal(true) }),
])

export const carriedTableSchema = z.object({
  sheet: z.string().max(200),
  line: z.number().int().min(1).max(30_000),
  rows: z.array(z.array(cell).max(60)).min(1).max(mostRows),
  others: z.array(z.string().max(200)).max(60),
}) satisfies z.ZodType<CarriedTable>

/** The rows of a sheet from its headings on, with what a spreadsheet could not work out marked as such. */
export function carry(sheet: SheetTable, head: number, others: string[]): CarriedTable {
  return {
    sheet: sheet.name.slice(0, 200),
    line: head + 1,
    rows: sheet.rows
      .slice(head)
      .map((row, i) =>
        row.map((value, j) =>
          sheet.failed.has(cellAddress(head + i + 1, j + 1)) ? { failed: true } : carriedCell(value),
        ),
      ),
    others,
  }
}

function carriedCell(value: CellValue): CarriedCell {
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) }
  return typeof value === 'string' ? value.normalize('NFC').trim().slice(0, 400) : value
}
