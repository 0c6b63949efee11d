import type { Codes } from './estimate-input'
import { everybody, type Counted, type Group } from './pattern'
import type { CellEstimate, PooledResult } from './pooled/types'

/** What the indices of the pooled model stand for. */
export type Names = Pick<Codes, 'places' | 'positions' | 'departments'> & { measures: readonly string[] }

/** The group of an estimate by name. */
export function groupOf({ group: { kind, index } }: Pick<CellEstimate, 'group'>, names: Names): Group {
  if (kind === 'all') return everybody
  return `${kind}:${names[kind === 'department' ? 'departments' : 'positions'][index]!}`
}

/**
 * The table behind the figures, by commune: of the people whose position needs a measure, how many are below target by the
 * model, summed over all draws. The shares that are released are these counts by people and draws.
 */
export function figureCells(
  { cells, draws }: Pick<PooledResult, 'cells' | 'draws'>,
  names: Names,
): Counted[] {
  return cells.flatMap((estimate): Counted[] => {
    const { place, measure, measured, people, share } = estimate
    if (place === null) return []
    return [
      {
        place: names.places[place]!,
        group: groupOf(estimate, names),
        measure: names.measures[measure]!,
        n: measured,
        people,
        count: Math.round(share * people * draws),
      },
    ]
  })
}
