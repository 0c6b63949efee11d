import { normalCdf } from '~/assessment/numeric/normal'
import { discoveries, rates } from './fdr'

/** An estimate of a commune with its standard deviation, and the province's middle (its own value for the whole). */
export type Against = { value: number; sd: number; middle: number }

/** Where a commune stands: on each axis, and the four quadrants where both are told apart from the province's middle. */
export type Place = {
  skills: 'behind' | 'ahead' | 'unclear'
  conditions: 'behind' | 'ahead' | 'unclear'
  quadrant: 'both' | 'skills' | 'conditions' | 'neither' | 'unclear'
  /** Words on what training can and cannot mend, in the namespace `segments`. */ key: string
}

/**
 * Places communes by skill gap and by conditions. `skills` is a mean distance to target and `conditions` the index: on both,
 * less is worse. A side is claimed only where it differs from the province's middle, over all communes and both axes at
 * this family's part of the report's false discovery rate, so that its 90 % interval leaves the middle; null is not known.
 */
export function placeCommunes(
  communes: readonly { skills: Against | null; conditions: Against | null }[],
): Place[] {
  const made = discoveries(
    communes.flatMap(({ skills, conditions }) => [pValue(skills), pValue(conditions)]),
    rates.places,
  )
  return communes.map(({ skills, conditions }, i) => {
    const [ofSkills, ofConditions] = [side(skills, made[2 * i]!), side(conditions, made[2 * i + 1]!)]
    const quadrant = quadrantOf(ofSkills, ofConditions)
    return { skills: ofSkills, conditions: ofConditions, quadrant, key: `place.${quadrant}` }
  })
}

function pValue(each: Against | null): number | null {
  if (each === null) return null
  const apart = Math.abs(each.value - each.middle)
  if (!(each.sd > 0)) return apart > 0 ? 0 : 1
  return 2 * normalCdf(-apart / each.sd)
}

function side(each: Against | null, claimed: boolean): 'behind' | 'ahead' | 'unclear' {
  if (each === null || !claimed) return 'unclear'
  return each.value < each.middle ? 'behind' : 'ahead'
}

function quadrantOf(skills: Place['skills'], conditions: Place['conditions']): Place['quadrant'] {
  if (skills === 'unclear' || conditions === 'unclear') return 'unclear'
  if (skills === 'behind') return conditions === 'behind' ? 'both' : 'skills'
  return conditions === 'behind' ? 'conditions' : 'neither'
}
