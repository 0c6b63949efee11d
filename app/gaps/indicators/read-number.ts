import type { CarriedCell } from './carried-table'
import type { Unit } from './indicator'

/** A number as a cell says it; `percent` where the cell itself bears the sign. */
export type CellNumber = { value: number; percent: boolean }
export type NumberFault = 'number' | 'numberUnclear' | 'formula'

/**
 * Reads a cell as a number: decimals after a comma or a point, thousands parted by points, commas or spaces, a percent
 * sign behind. `1.234` is a thousand where a count is meant and 1,234 where a percentage is; of other units it could be
 * either and is refused.
 * @example readNumber('57,8 %', 'percent') // { value: 57.8, percent: true }
 */
export function readNumber(cell: CarriedCell, unit: Unit): CellNumber | { fault: NumberFault } {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { value: cell, percent: false } : { fault: 'number' }
  if (typeof cell === 'object' && cell !== null && 'failed' in cell) return { fault: 'formula' }
  if (typeof cell !== 'string') return { fault: 'number' }
  const percent = /%\s*$/.test(cell)
  const text = cell
    .replace(/%\s*$/, '')
    .trim()
    .replace(/^\u2212/, '-')
    .replace(/(\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '$1')
  const value = numberIn(text, unit)
  if (value === null) return { fault: 'number' }
  return value === 'unclear' ? { fault: 'numberUnclear' } : { value, percent }
}

function numberIn(text: string, unit: Unit): number | 'unclear' | null {
  if (/^[-+]?\d{1,15}$/.test(text)) return Number(text)
  if (/^[-+]?\d{1,3}(?:\.\d{3})*,\d{1,9}$/.test(text) && text.includes('.'))
    return Number(text.replaceAll('.', '').replace(',', '.'))
  if (/^[-+]?\d{1,3}(?:,\d{3})*\.\d{1,9}$/.test(text) && text.includes(','))
    return Number(text.replaceAll(',', ''))
  if (/^[-+]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ''))
  if (/^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) && unit !== 'percent')
    return unit === 'count' ? Number(text.replace(/[.,]/, '')) : 'unclear'
  return /^[-+]?\d{1,15}[.,]\d{1,9}$/.test(text) ? Number(text.replace(',', '.')) : null
}
