import type { Components } from '~/assessment/irt/prior'
import type { People } from './people'
import type { Sampler } from './sampler'

/** Position means and place effects, units × competencies. */
export type Means = Pick<Sampler, 'positions' | 'places'>

/** Running averages of the position means and place effects that the sampler draws. */
export function averageMeans(state: Sampler): { add: () => void; mean: () => Means } {
  const positions = new Float64Array(state.positions.length)
  const places = new Float64Array(state.places.length)
  let count = 0
  return {
    add() {
      count++
      for (let i = 0; i < positions.length; i++) positions[i] = positions[i]! + state.positions[i]!
      for (let i = 0; i < places.length; i++) places[i] = places[i]! + state.places[i]!
    },
    mean: () => ({ positions: positions.map((x) => x / count), places: places.map((x) => x / count) }),
  }
}

/** Writes the mean of a person's position and place over all competencies. */
export function meanOf(people: People, { positions, places }: Means) {
  return (person: number, into: Float64Array): void => {
    const p = people.position[person]! * into.length
    const c = people.place[person]! * into.length
    for (let j = 0; j < into.length; j++) into[j] = positions[p + j]! + places[c + j]!
  }
}

/** Running averages of the variances of places and of positions; zero where there is only one. */
export function averageVariances() {
  const sums = {
    place: { general: 0, domain: 0, own: 0 },
    position: { general: 0, domain: 0, own: 0 },
  }
  let count = 0
  return {
    add({ placeFactor, positionFactor }: Sampler) {
      count++
      for (const name of ['general', 'domain', 'own'] as const) {
        sums.place[name] += placeFactor?.variances[name] ?? 0
        sums.position[name] += positionFactor?.variances[name] ?? 0
      }
    },
    mean: () => ({ place: scaled(sums.place, 1 / count), position: scaled(sums.position, 1 / count) }),
  }
}

export function scaled({ general, domain, own }: Components, by: number): Components {
  return { general: general * by, domain: domain * by, own: own * by }
}
