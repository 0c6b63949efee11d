import type { MeasureResult } from '~/assessment/calibration/measure-table'

/**
 * Names of the items that somebody should look at again: they could not be placed as they should be, go against the
 * others, or are far harder for a group among people of equal ability (class C).
 */
export function doubtfulItems({ items, dif }: MeasureResult): string[] {
  const unlike = new Set(dif?.items.flatMap((item) => (item.class === 'C' ? [item.name] : [])))
  return items
    .filter(
      ({ name, notes, restCorrelation }) =>
        notes.some((note) => note !== 'no-standard-error' && note !== 'recoded') ||
        (restCorrelation !== null && restCorrelation < 0) ||
        unlike.has(name),
    )
    .map(({ name }) => name)
}
