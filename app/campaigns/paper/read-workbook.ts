import type { SheetTable } from '~/formats/table'
import type { BatchCounts, PaperContext, PaperProblem, PaperRow } from './batch'
import { readRow } from './read-row'
import { readLayout } from './sheet-layout'

/** What an uploaded workbook holds, or why there is nothing of ours in it. */
export type WorkbookReading =
  | { ok: true; rows: PaperRow[]; problems: PaperProblem[]; counts: BatchCounts }
  | { ok: false; fault: 'notOurs' | 'nothingFilled' }

/** Reads every sheet of answers; a row with anything wrong is told in full and not taken. */
export function readAnswerSheets(sheets: readonly SheetTable[], context: PaperContext): WorkbookReading {
  const rows: PaperRow[] = []
  const problems: PaperProblem[] = []
  let filled = 0
  let wrong = 0
  let already = 0
  let ours = 0
  const known = new Set(
    [...context.profiles.flat(), ...(context.commune ? [context.commune] : [])].map(({ hash }) => hash),
  )
  for (const sheet of sheets) {
    const reading = readLayout(sheet, context.headings)
    if (reading.is === 'foreign') continue
    ours += 1
    const whole = { sheet: sheet.name, row: null, column: null, heading: null }
    if (reading.is === 'noHead') {
      problems.push({ ...whole, code: 'sheetNoHead', values: {} })
      continue
    }
    const { layout } = reading
    const other = ![...layout.hashes.values()].some((hash) => known.has(hash))
    let inSheet = 0
    for (let row = layout.headRow + 1; row <= sheet.rows.length; row += 1) {
      if (layout.ownRows.has(row)) continue
      const read = readRow(sheet, row, layout, context)
      if (read.is === 'empty') continue
      filled += 1
      inSheet += 1
      if (other) wrong += 1
      else if (read.is === 'whole') rows.push(read.paper)
      else {
        problems.push(...read.problems)
        if (read.problems[0]?.code === 'already') already += 1
        else wrong += 1
      }
    }
    if (other && inSheet > 0) problems.push({ ...whole, code: 'sheetOther', values: { count: inSheet } })
  }
  if (ours === 0) return { ok: false, fault: 'notOurs' }
  if (filled === 0 && problems.length === 0) return { ok: false, fault: 'nothingFilled' }
  const { single, twice } = withoutTwins(rows)
  problems.push(...twice)
  return {
    ok: true,
    rows: single,
    problems,
    counts: { filled, whole: single.length, wrong: wrong + twice.length, already },
  }
}

/** Of two papers of one person nobody can tell which is meant: neither is taken. */
function withoutTwins(rows: PaperRow[]): { single: PaperRow[]; twice: PaperProblem[] } {
  const of = new Map<string, PaperRow[]>()
  for (const row of rows) {
    const key = `${row.kind} ${row.respondent}`
    of.set(key, [...(of.get(key) ?? []), row])
  }
  const twice = [...of.values()].flatMap((twins) =>
    twins.length < 2
      ? []
      : twins.map((row): PaperProblem => {
          const other = twins.find((each) => each !== row)!
          const values = { value: row.code, sheet: other.sheet, row: other.row }
          return { sheet: row.sheet, row: row.row, column: null, heading: null, code: 'twice', values }
        }),
  )
  return { single: [...of.values()].flatMap((twins) => (twins.length === 1 ? twins : [])), twice }
}
