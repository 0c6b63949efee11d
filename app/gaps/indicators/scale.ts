import type { CellNumber } from './read-number'

/**
 * How the numbers of one indicator in percent are read: as percentages 0–100, or as shares 0–1. `asked` where the file
 * leaves it open, so that the reader is told and can choose; `low` counts numbers between 0 and 1 among larger ones, which are
 * read as less than one percent; `example` is a number that would be read differently.
 */
export type Scale = { read: 'percent' | 'share'; asked: boolean; low: number; example: number | null }

/**
 * Decides by all numbers of an indicator at once. A number above 1 settles it for percentages; where none is, numbers
 * between 0 and 1 are taken for shares unless `chosen` says otherwise. Numbers with a percent sign are never in doubt.
 */
export function scaleOf(numbers: readonly CellNumber[], chosen?: string): Scale {
  const bare = numbers.filter(({ percent }) => !percent).map(({ value }) => value)
  const small = bare.filter((value) => value > 0 && value <= 1)
  const example = small.find((value) => value < 1) ?? small[0] ?? null
  if (bare.some((value) => value > 1))
    return { read: 'percent', asked: false, low: small.filter((value) => value < 1).length, example }
  if (example === null) return { read: 'percent', asked: false, low: 0, example }
  return { read: chosen === 'percent' ? 'percent' : 'share', asked: true, low: 0, example }
}

/** A number of an indicator in percent as a percentage 0–100, without the noise of multiplying. */
export function inPercent({ value, percent }: CellNumber, { read }: Pick<Scale, 'read'>): number {
  return percent || read === 'percent' ? value : Number((value * 100).toPrecision(12))
}
