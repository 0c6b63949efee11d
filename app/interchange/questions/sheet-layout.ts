import { fromTcvn3, fromVni } from '~/formats/legacy-encoding'
import type { CellValue, SheetTable } from '~/formats/table'
import type { Locale } from '~/platform/i18n/locale'
import { matchColumn, type SheetColumn } from './sheet-columns'

const searchedRows = 25

/** Where the questions of a sheet stand. Rows and columns count from 1, as in the file. */
export type SheetLayout = {
  headerRow: number
  firstRow: number
  /** By `columnKey`. */
  columns: Map<string, number>
  /** Places of the options that have a column, rising. */
  letters: number[]
  /** Columns whose heading says nothing that a question has. */
  unknown: { at: number; heading: string }[]
  /** Whether it is the sheet that Kahoot gives out, whose right answers are numbers. */
  kahoot: boolean
}

/** The name of a column in a layout: `stem.vi`, `option.0.en`, `weight.2`, `level`. */
export function columnKey(field: string, letter?: number, language?: Locale): string {
  return [field, letter, language].filter((part) => part !== undefined).join('.')
}

/**
 * Finds the questions of a sheet: the row of headings within its first 25 rows (titles and instructions may stand above),
 * one or two rows deep, and which column holds what. `language` is that of columns which name none. Null for a sheet
 * without questions and at least two options or a right answer.
 */
export function findQuestions(sheet: SheetTable, language: Locale): SheetLayout | null {
  let best: { layout: SheetLayout; score: number } | null = null
  for (let row = 1; row <= Math.min(searchedRows, sheet.rows.length); row += 1) {
    for (const deep of [false, true]) {
      const layout = readHeadings(sheet, row, deep, language)
      const score = scoreOf(layout) - (deep ? 0.5 : 0)
      if (score > (best?.score ?? 0)) best = { layout, score }
    }
  }
  return best?.layout ?? null
}

function scoreOf({ columns, letters }: SheetLayout): number {
  const stem = columns.has('stem.vi') || columns.has('stem.en')
  const answers = columns.has('answer') || columns.has('options.vi') || columns.has('options.en')
  return stem && (letters.length >= 2 || answers) ? columns.size : 0
}

function readHeadings(sheet: SheetTable, row: number, deep: boolean, language: Locale): SheetLayout {
  const head = sheet.rows[row - 1] ?? []
  const below = deep ? (sheet.rows[row] ?? []) : []
  const found: { at: number; heading: string; column: SheetColumn | null }[] = []
  for (let at = 1; at <= Math.max(head.length, below.length); at += 1) {
    const heading = textOf(below[at - 1]) || textOf(head[at - 1])
    if (heading) found.push({ at, heading, column: matchInAnyEncoding(heading) })
  }
  const columns = new Map<string, number>()
  const put = (key: string, at: number) => {
    if (!columns.has(key)) columns.set(key, at)
  }
  for (const { at, column } of found) {
    if (!column || column.field === 'number') continue
    if (column.language) put(columnKey(column.field, column.letter, column.language), at)
    else if (column.language === undefined || column.field === 'weight')
      put(columnKey(column.field, column.letter), at)
  }
  // A column that names no language is of the language asked for; where that one is there already, of the other.
  for (const { at, heading, column } of found) {
    if (!column || column.field === 'number' || column.field === 'weight' || column.language !== null)
      continue
    const keyed = (each: Locale) => columnKey(column.field, column.letter, each)
    const own = saysVietnamese(heading) === (language === 'vi') || !bothTongues(found, column)
    const wanted: Locale = own ? language : other(language)
    put(keyed(columns.has(keyed(wanted)) ? other(wanted) : wanted), at)
  }
  const letters = [
    ...new Set(
      [...columns.keys()].flatMap((key) => /^(?:option|match)\.(\d+)\./.exec(key)?.[1] ?? []).map(Number),
    ),
  ]
  const kahoot = found.some(({ heading }) => /^question\s+[-–]\s+max \d+ characters/i.test(heading))
  return {
    headerRow: row,
    firstRow: row + (deep ? 2 : 1),
    columns,
    letters: letters.sort((a, b) => a - b),
    unknown: found.flatMap(({ at, heading, column }) => (column ? [] : [{ at, heading }])),
    kahoot,
  }
}

const other = (language: Locale): Locale => (language === 'vi' ? 'en' : 'vi')
const saysVietnamese = (heading: string) => /[^\u0020-\u007e]/.test(heading.normalize('NFC'))

/** Whether `Câu hỏi` and `Question` stand side by side: each is then of its own language. */
function bothTongues(found: { heading: string; column: SheetColumn | null }[], column: SheetColumn): boolean {
  const alike = found.filter(
    (each) => each.column?.field === column.field && each.column.letter === column.letter,
  )
  return (
    alike.some(({ heading }) => saysVietnamese(heading)) &&
    alike.some(({ heading }) => !saysVietnamese(heading))
  )
}

function matchInAnyEncoding(heading: string): SheetColumn | null {
  return matchColumn(heading) ?? matchColumn(fromTcvn3(heading)) ?? matchColumn(fromVni(heading))
}

function textOf(value: CellValue | undefined): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}
