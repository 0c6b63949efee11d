import { fold } from '~/formats/fold'
import type { CarriedCell } from './carried-table'

export type DateFault =
  | 'dateMissing'
  | 'dateShape'
  | 'dateNone'
  | 'dateOrder'
  | 'dateAmbiguous'
  | 'dateMixed'
  | 'dateYear'
  | 'dateSerial'
  | 'dateFuture'
  | 'dateOld'

/** The last day of the period, or why a cell names none; `monthFirst` where the month was written before the day. */
export type DateReading =
  { date: string; monthFirst: boolean; fault?: never } | { fault: DateFault; value: string; date?: never }

type Slashed = { first: number; second: number; year: number }

const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/
const earliest = '2000-01-01'

/**
 * Reads the days of one column. Understood are dates of a spreadsheet, 30/09/2026 with `/`, `-` or `.`, 2026-09-30, and the
 * names of periods, which stand for their last day: Quý III/2026, tháng 9/2026, 9 tháng đầu năm 2026, năm 2026. Days come
 * before months, as Vietnam writes; a month before the day is taken only where no other reading is left, in no line of
 * the column the other way round. What could be two days, is none, lies ahead of `today` or before 2000 is refused.
 * @param column every filled cell of the column
 * @param today YYYY-MM-DD
 */
export function dateReader(
  column: readonly CarriedCell[],
  today: string,
): (cell: CarriedCell) => DateReading {
  const typed = column.flatMap((cell) => slashedIn(cell) ?? [])
  const dayFirst = typed.some(({ first }) => first > 12)
  const monthFirst = typed.some(({ second }) => second > 12)
  return (cell) => {
    if (isDateCell(cell)) {
      const [, month, day] = cell.date.split('-').map(Number) as [number, number, number]
      // A spreadsheet that expects months first turns 05/09 around and leaves 30/09 as text.
      if (dayFirst && day <= 12 && day !== month) return { fault: 'dateMixed', value: dayText(cell.date) }
      return bounded(cell.date, today, false)
    }
    const slash = slashedIn(cell)
    if (slash) return readSlashed(slash, { dayFirst, monthFirst, today, text: textOf(cell) })
    return readPeriod(cell, today)
  }
}

const isDateCell = (cell: CarriedCell): cell is { date: string } =>
  typeof cell === 'object' && cell !== null && 'date' in cell

const textOf = (cell: CarriedCell) => (typeof cell === 'string' ? cell.trim() : '')

/** `tính đến hết ngày 30/09/2026` → `30/09/2026`. */
const bare = (cell: CarriedCell) =>
  fold(textOf(cell))
    .replace(/^(?:tinh )?den (?:het )?/, '')
    .replace(/^ky (?:bao cao )?/, '')
    .replace(/^ngay (?=\d{1,4}[/.-])/, '')

function slashedIn(cell: CarriedCell): Slashed | null {
  const parts = slashed.exec(bare(cell))
  return parts && { first: Number(parts[1]), second: Number(parts[3]), year: Number(parts[4]) }
}

type Column = { dayFirst: boolean; monthFirst: boolean; today: string; text: string }

function readSlashed({ first, second, year }: Slashed, column: Column): DateReading {
  const { dayFirst, monthFirst, today, text } = column
  if (first > 12 && second > 12) return { fault: 'dateNone', value: text }
  if (second > 12) {
    if (dayFirst) return { fault: 'dateOrder', value: text }
    return existing(year, first, second, { today, text, monthFirst: true })
  }
  if (first <= 12 && first !== second && monthFirst && !dayFirst)
    return { fault: 'dateAmbiguous', value: text }
  return existing(year, second, first, { today, text, monthFirst: false })
}

function readPeriod(cell: CarriedCell, today: string): DateReading {
  if (cell === null || cell === '') return { fault: 'dateMissing', value: '' }
  const value = typeof cell === 'number' ? String(cell) : textOf(cell)
  const text = typeof cell === 'number' ? value : bare(cell)
  const at = { today, text: value, monthFirst: false }
  const iso = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[t ][\d:.]+z?)?$/.exec(text)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]), at)
  const named = /^(?:ngay )?(\d{1,2}) ?thang ?(\d{1,2}) ?,? ?(?:nam )?(\d{4})$/.exec(text)
  if (named) return existing(Number(named[3]), Number(named[2]), Number(named[1]), at)
  const end = periodEnd(text)
  if (end) return end.month > 12 || end.month < 1 ? { fault: 'dateNone', value } : monthEnd(end, at)
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(text)) return { fault: 'dateYear', value }
  if (/^[2-7]\d{4}(?:[.,]\d+)?$/.test(text)) return { fault: 'dateSerial', value }
  return { fault: 'dateShape', value: value || '–' }
}

const quarters: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
const words: Record<string, number> = { ba: 3, sau: 6, chin: 9 }

/** The last month of a period by its folded name; null for what is none. */
function periodEnd(text: string): { year: number; month: number } | null {
  const between = '[ ,/.-]*(?:nam )?'
  const of = (pattern: string) => new RegExp(`^${pattern}${between}(\\d{4})$`).exec(text)
  const quarter = of('(?:quy|q) ?(i{1,3}|iv|[1-4])')
  if (quarter) return { year: Number(quarter[2]), month: 3 * quarters[quarter[1]!]! }
  const months = of('(\\d{1,2}|ba|sau|chin) thang(?: dau)?')
  if (months) return { year: Number(months[2]), month: words[months[1]!] ?? Number(months[1]) }
  const lateHalf = of('(?:6|sau) thang cuoi')
  if (lateHalf) return { year: Number(lateHalf[1]), month: 12 }
  const month = of('(?:thang|t) ?(\\d{1,2})') ?? /^(\d{1,2})[/.-](\d{4})$/.exec(text)
  if (month) return { year: Number(month[2]), month: Number(month[1]) }
  const turned = /^(\d{4})[/.-](\d{1,2})$/.exec(text)
  if (turned) return { year: Number(turned[1]), month: Number(turned[2]) }
  const year = /^(?:ca nam |nam )?((?:19|20)\d{2})$/.exec(text)
  return year && { year: Number(year[1]), month: 12 }
}

type At = { today: string; text: string; monthFirst: boolean }

function monthEnd({ year, month }: { year: number; month: number }, at: At): DateReading {
  return bounded(iso(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate()), at.today, false)
}

function existing(year: number, month: number, day: number, { today, text, monthFirst }: At): DateReading {
  const last = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0
  if (day < 1 || day > last) return { fault: 'dateNone', value: text }
  return bounded(iso(year, month, day), today, monthFirst)
}

function bounded(date: string, today: string, monthFirst: boolean): DateReading {
  if (date > today) return { fault: 'dateFuture', value: dayText(date) }
  if (date < earliest) return { fault: 'dateOld', value: dayText(date) }
  return { date, monthFirst }
}

const two = (n: number) => String(n).padStart(2, '0')
const iso = (year: number, month: number, day: number) => `${year}-${two(month)}-${two(day)}`
const dayText = (date: string) => date.split('-').reverse().join('/')
