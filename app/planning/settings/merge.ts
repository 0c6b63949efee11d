import type { PartValues } from './parts'

/** A field that two planners changed differently since one of them opened the page. */
export type Conflict = { name: string; mine: string; theirs: string }

export type Merged = {
  /** Everything on which there is no quarrel: what only one of the two changed, and what nobody did. */
  values: PartValues
  conflicts: Conflict[]
  /** Fields that the others changed since the page was opened. */
  changed: string[]
}

/**
 * Joins what was typed with what others saved meanwhile, field by field against what the page was opened with: whoever
 * changed a field has it; where both did, to different values, neither is taken until somebody chooses.
 */
export function mergeValues(was: PartValues, theirs: PartValues, mine: PartValues): Merged {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  const merged: Merged = { values: {}, conflicts: [], changed: [] }
  for (const name of names) {
    const [before, other, own] = [was[name] ?? '', theirs[name] ?? '', mine[name] ?? '']
    if (other !== before) merged.changed.push(name)
    if (own !== other && own !== before && other !== before)
      merged.conflicts.push({ name, mine: own, theirs: other })
    else merged.values[name] = other === before ? own : other
  }
  return merged
}
