/**
 * Reads a day as people in Vietnam write it, day first, with any separator or none:
 * `parseDateText('5/11/2025')`, `'05112025'`, `'5-11-2025'`, `'5.11.2025'` all give `'2025-11-05'`.
 * A day that does not exist gives null.
 */
export function parseDateText(text: string): string | null {
  const tidy = text.trim()
  const match =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(tidy) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(tidy)
  if (!match) return null
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return null
  return `${match[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `'2025-11-05'` as it is shown in a field: `'05/11/2025'`. Anything else comes back as it is. */
export function dateToText(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : iso
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
