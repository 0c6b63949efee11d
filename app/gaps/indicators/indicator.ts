import type { Bilingual } from '~/platform/i18n/locale'
import { wilson } from '../wilson'

export const units = ['percent', 'count', 'other'] as const
export type Unit = (typeof units)[number]

export const directions = ['higher', 'lower', 'neither'] as const
export type Direction = (typeof directions)[number]

/** A figure that a province keeps of its communes. `unitText`: what is counted or measured; empty of a percentage. */
export type IndicatorInfo = {
  id: string
  code: string
  name: Bilingual
  unit: Unit
  unitText: Bilingual
  better: Direction
  order: number
}

/**
 * A value in force of a commune. Percentages are 0–100, as they are said; `of` is the number of dossiers behind one, and
 * `low`–`high` the 90 % interval of how far chance alone moves a share of so many, null where their number is not known.
 * `date` is the last day of the period.
 */
export type IndicatorValue = {
  indicatorId: string
  communeCode: string
  date: string
  value: number
  of: number | null
  low: number | null
  high: number | null
  source: string
}

/**
 * The 90 % interval (Wilson 1927) of a percentage over `of` dossiers, in percent 0–100; null without a number of dossiers.
 * The share need not be a whole number of dossiers: sources round.
 * @example chanceRange(90, 20) // { low: 72.6…, high: 96.8… }
 */
export function chanceRange(percent: number, of: number | null): { low: number; high: number } | null {
  if (of === null || of <= 0) return null
  const { low, high } = wilson((percent / 100) * of, of)
  return { low: 100 * low, high: 100 * high }
}
