import type { Matrix } from '~/assessment/numeric/matrix'
import type { People } from './people'
import { weightOf, type Weight } from './weight'

/**
 * The crossings of a place and a position in which somebody answered. Crossing x: people from first[x] to end[x]; the
 * competencies that any of them answered from start[x] to start[x + 1]; a square of that size from square[x] on.
 */
export type Crossings = {
  place: Int32Array
  position: Int32Array
  first: Int32Array
  end: Int32Array
  start: Int32Array
  dimensions: Int32Array
  square: Int32Array
}

/** All that the answers say about the means of positions and places, given the covariance within people. */
export type Sums = {
  competencies: number
  crossings: Crossings
  /** Sums of W and v by crossing. */
  w: Float32Array
  v: Float64Array
  /** Sums of W by place and by position, over all competencies; null where nobody answered. */
  places: (Float64Array | null)[]
  positions: (Float64Array | null)[]
  /** Kept for the variances within people: one weight for each measured person, in the order of `measured`. */
  measured: number[]
  weights: Weight[]
}

export function crossingsOf(people: People): Crossings {
  const found: { place: number; position: number; first: number; end: number; dimensions: number[] }[] = []
  for (let first = 0; first < people.count;) {
    const place = people.place[first]!
    const position = people.position[first]!
    let end = first
    while (end < people.count && people.place[end] === place && people.position[end] === position) end++
    const dimensions = [
      ...new Set(people.siteDimension.subarray(people.siteStart[first], people.siteStart[end])),
    ]
    if (dimensions.length > 0)
      found.push({ place, position, first, end, dimensions: dimensions.sort((a, b) => a - b) })
    first = end
  }
  const start = new Int32Array(found.length + 1)
  const square = new Int32Array(found.length + 1)
  for (const [x, { dimensions }] of found.entries()) {
    start[x + 1] = start[x]! + dimensions.length
    square[x + 1] = square[x]! + dimensions.length ** 2
  }
  return {
    place: Int32Array.from(found, (each) => each.place),
    position: Int32Array.from(found, (each) => each.position),
    first: Int32Array.from(found, (each) => each.first),
    end: Int32Array.from(found, (each) => each.end),
    start,
    dimensions: Int32Array.from(found.flatMap((each) => each.dimensions)),
    square,
  }
}

/** Adds up the weights of the measured people; `keep` holds on to each person's weight too. */
export function sumWeights(
  people: People,
  crossings: Crossings,
  covariance: Matrix,
  positions: number,
  keep: boolean,
): Sums {
  const competencies = covariance.rows
  const w = new Float32Array(crossings.square.at(-1)!)
  const v = new Float64Array(crossings.dimensions.length)
  const measured: number[] = []
  const weights: Weight[] = []
  const slot = new Int32Array(competencies)
  for (let x = 0; x < crossings.place.length; x++) {
    const start = crossings.start[x]!
    const width = crossings.start[x + 1]! - start
    const square = crossings.square[x]!
    for (let j = 0; j < width; j++) slot[crossings.dimensions[start + j]!] = j
    for (let i = crossings.first[x]!; i < crossings.end[x]!; i++) {
      const from = people.siteStart[i]!
      if (from === people.siteStart[i + 1]) continue
      const weight = weightOf(people, i, covariance)
      for (let j = 0; j < weight.size; j++) {
        const row = slot[people.siteDimension[from + j]!]!
        v[start + row]! += weight.v[j]!
        for (let k = 0; k < weight.size; k++)
          w[square + row * width + slot[people.siteDimension[from + k]!]!]! += weight.w[j * weight.size + k]!
      }
      if (keep) {
        measured.push(i)
        weights.push(weight)
      }
    }
  }
  return {
    competencies,
    crossings,
    w,
    v,
    places: margins(crossings, w, crossings.place, people.placeStart.length - 1, competencies),
    positions: margins(crossings, w, crossings.position, positions, competencies),
    measured,
    weights,
  }
}

function margins(
  { start, dimensions, square }: Crossings,
  w: Float32Array,
  unit: Int32Array,
  count: number,
  competencies: number,
): (Float64Array | null)[] {
  const result = new Array<Float64Array | null>(count).fill(null)
  for (let x = 0; x < unit.length; x++) {
    const sum = (result[unit[x]!] ??= new Float64Array(competencies * competencies))
    let at = square[x]!
    for (let j = start[x]!; j < start[x + 1]!; j++) {
      const row = dimensions[j]! * competencies
      for (let k = start[x]!; k < start[x + 1]!; k++) sum[row + dimensions[k]!]! += w[at++]!
    }
  }
  return result
}

/**
 * What is left of the sums for one factor once the other factor's effects are taken out: Σ(v − W·other) by unit, units ×
 * competencies in `into`.
 */
export function remainders(
  { crossings, competencies, w, v }: Sums,
  unit: 'place' | 'position',
  other: Float64Array,
  into: Float64Array,
): void {
  const { start, dimensions, square } = crossings
  const to = crossings[unit]
  const from = unit === 'place' ? crossings.position : crossings.place
  const x = new Float64Array(competencies)
  into.fill(0)
  for (let cell = 0; cell < to.length; cell++) {
    const first = start[cell]!
    const width = start[cell + 1]! - first
    const source = from[cell]! * competencies
    const target = to[cell]! * competencies
    for (let k = 0; k < width; k++) x[k] = other[source + dimensions[first + k]!]!
    let at = square[cell]!
    for (let j = 0; j < width; j++) {
      let sum = v[first + j]!
      for (let k = 0; k < width; k++) sum -= w[at++]! * x[k]!
      into[target + dimensions[first + j]!]! += sum
    }
  }
}
