import { numberText, parseNumber } from '~/planning/typed-number'

/** A number as people type it, also below zero: `−1,5`. Null for anything else. */
export function parseFigure(text: string): number | null {
  const match = /^([-−])?\s*(.+)$/.exec(text.trim())
  const value = match ? parseNumber(match[2]!) : null
  return value === null ? null : match![1] ? -value : value
}

/** A number as it stands in a field: `−1,5`. */
export function figureField(value: number): string {
  return value < 0 ? `−${numberText(-value)}` : numberText(value)
}
