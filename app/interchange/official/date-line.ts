/**
 * The day of a document as the format has it: days under 10 and the months 1 and 2 with a leading zero; room to write where
 * there is none.
 *
 * @param day `YYYY-MM-DD`, or '' for none
 * @example dateParts('2026-03-05') // { day: '05', month: '3', year: '2026' }
 */
export function dateParts(day: string): { day: string; month: string; year: string } {
  if (day === '') return { day: room(6), month: room(6), year: room(8) }
  const [year = '', month = '', date = ''] = day.split('-')
  return { day: date, month: Number(month) <= 2 ? month : String(Number(month)), year }
}

/** No-break spaces: others would shrink to one. */
export const room = (length: number) => '\u00a0'.repeat(length)
