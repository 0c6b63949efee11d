import type { CellValue } from '~/formats/table'

export type BirthDateReading =
  { ok: true; date: string; shortYear: boolean } | { ok: false; why: 'badDate' | 'birthOutOfRange' }

const bad: BirthDateReading = { ok: false, why: 'badDate' }

/**
 * Reads a birth date as people and spreadsheets write it: a date cell, its serial number, `5/3/1988`,
 * `05.03.1988`, `1988-03-05`, `03/1988` or `1988` (the last two give the year alone). Two figures for the
 * year are taken to be the century that makes an adult, and reported.
 */
export function readBirthDate(value: CellValue, today: string): BirthDateReading {
  if (value instanceof Date) return judge(value.toISOString().slice(0, 10), today)
  if (typeof value === 'number') return readNumber(value, today)
  if (typeof value !== 'string') return bad
  const text = value.trim().replace(/^(?:ngày|sinh|năm)\s+/i, '')
  if (/^\d+(?:\.0+)?$/.test(text)) return readNumber(Number(text), today)
  const parts =
    /^(\d{1,4})\s*[/.\-\s]\s*(\d{1,4})(?:\s*[/.\-\s]\s*(\d{1,4}))?(?:[T\s]+00?:00(?::00(?:\.0+)?)?Z?)?$/.exec(
      text,
    )
  if (!parts) return bad
  const [, first, second, third] = parts as unknown as [string, string, string, string | undefined]
  if (third === undefined) {
    const month = Number(first)
    return second.length === 4 && month >= 1 && month <= 12 ? judge(second, today) : bad
  }
  if (first.length === 4) return judge(iso(first, second, third), today)
  if (third.length === 4) return judge(iso(third, second, first), today)
  if (third.length !== 2) return bad
  return judge(iso(fullYear(third, today), second, first), today, true)
}

function readNumber(value: number, today: string): BirthDateReading {
  if (Number.isInteger(value) && value >= 1900 && value <= 2100) return judge(String(value), today)
  if (value < 3_000 || value > 80_000) return bad
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000)
  return judge(date.toISOString().slice(0, 10), today)
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function fullYear(figures: string, today: string): string {
  return Number(figures) + 2000 <= Number(today.slice(0, 4)) - 15 ? `20${figures}` : `19${figures}`
}

function judge(date: string, today: string, shortYear = false): BirthDateReading {
  const whole = date.length === 4 ? `${date}-01-01` : date
  const real = new Date(`${whole}T00:00:00Z`)
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== whole) return bad
  const age = Number(today.slice(0, 4)) - Number(date.slice(0, 4))
  return age < 15 || age > 100 ? { ok: false, why: 'birthOutOfRange' } : { ok: true, date, shortYear }
}

/** Whether two birth dates can be of one person: a year alone agrees with any date in it. */
export function sameBirth(a: string, b: string): boolean {
  return a === b || ((a.length === 4 || b.length === 4) && a.slice(0, 4) === b.slice(0, 4))
}
