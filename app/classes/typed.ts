/** One space where there were many, in NFC. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/**
 * A time of day as people type it, as `HH:MM`; null for what is none:
 * `tidyTime('7h30')`, `'7:30'`, `'7.30'`, `'07 giờ 30'` and `'730'` are `'07:30'`, and `'8h'` and `'8'` are `'08:00'`.
 */
export function tidyTime(text: string): string | null {
  const match =
    /^(\d{1,2})\s*(?:giờ|g|h|:|\.|,)?\s*(?:(\d{2})\s*(?:phút|p|')?)?$/i.exec(text.trim()) ??
    /^(\d)(\d{2})$/.exec(text.trim())
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
