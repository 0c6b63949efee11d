import type { CellValue } from '~/formats/table'
import { cellText } from './read-cells'

export type DayReading = { ok: true; day: string } | { ok: false; why: 'badDate' | 'dateOrder' }

const bad: DayReading = { ok: false, why: 'badDate' }

/** Reads the day of a paper: a date cell, its serial number, `21/11/2026`, `21.11.26`, `2026-11-21`. */
export function readDay(value: CellValue): DayReading {
  if (value instanceof Date) return { ok: true, day: value.toISOString().slice(0, 10) }
  if (typeof value === 'number') return serial(value)
  const text = cellText(value)
  if (/^\d{5}$/.test(text)) return serial(Number(text))
  const parts = /^(\d{1,4})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,4})$/.exec(text)
  if (!parts) return bad
  const [, first, second, third] = parts as unknown as [string, string, string, string]
  if (first.length === 4) return real(first, second, third)
  if (third.length !== 4 && third.length !== 2) return bad
  return real(third.length === 2 ? `20${third}` : third, second, first)
}

function serial(value: number): DayReading {
  if (value < 40_000 || value > 80_000) return bad
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000)
  return { ok: true, day: day.toISOString().slice(0, 10) }
}

function real(year: string, month: string, date: string): DayReading {
  if (Number(month) > 12 && Number(date) <= 12) return { ok: false, why: 'dateOrder' }
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const moment = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day ? bad : { ok: true, day }
}
