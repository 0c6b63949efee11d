import type { Matrix } from '~/assessment/numeric/matrix'
import type { People } from './people'
import { weightOf, type Weight } from './weight'

/** Sums of W and v over the people of one place and position, on the competencies that any of them answered. */
export type CrossCell = {
  place: number
  position: number
  dimensions: Int32Array
  w: Float64Array
  v: Float64Array
}

/** All that the answers say about the means of positions and places, given the covariance within people. */
export type Sums = {
  competencies: number
  cells: CrossCell[]
  /** By place and by position, over all competencies; null where nobody answered. */
  places: (Float64Array | null)[]
  positions: (Float64Array | null)[]
  /** Kept for the variances within people: one weight for each measured person, in the order of `measured`. */
  measured: Int32Array
  weights: Weight[]
}

/** Adds up the weights of the measured people; `keep` holds on to each person's weight too. */
export function sumWeights(people: People, covariance: Matrix, positions: number, keep: boolean): Sums {
  const competencies = covariance.rows
  const cells: CrossCell[] = []
  const measured: number[] = []
  const weights: Weight[] = []
  const slot = new Int32Array(competencies)
  const places = people.placeStart.length - 1
  for (let place = 0; place < places; place++) {
    const to = people.placeStart[place + 1]!
    let i = people.placeStart[place]!
    while (i < to) {
      const position = people.position[i]!
      let end = i
      while (end < to && people.position[end] === position) end++
      const dimensions = answeredIn(people, i, end)
      if (dimensions.length > 0) {
        for (const [j, k] of dimensions.entries()) slot[k] = j
        const size = dimensions.length
        const cell = {
          place,
          position,
          dimensions,
          w: new Float64Array(size * size),
          v: new Float64Array(size),
        }
        for (let each = i; each < end; each++) {
          if (people.siteStart[each] === people.siteStart[each + 1]) continue
          const weight = weightOf(people, each, covariance)
          addToCell(cell, people, each, weight, slot)
          if (keep) {
            measured.push(each)
            weights.push(weight)
          }
        }
        cells.push(cell)
      }
      i = end
    }
  }
  return {
    competencies,
    cells,
    places: margins(cells, places, competencies, ({ place }) => place),
    positions: margins(cells, positions, competencies, ({ position }) => position),
    measured: Int32Array.from(measured),
    weights,
  }
}

function answeredIn(people: People, from: number, to: number): Int32Array {
  const dimensions = new Set<number>()
  for (let j = people.siteStart[from]!; j < people.siteStart[to]!; j++)
    dimensions.add(people.siteDimension[j]!)
  return Int32Array.from(dimensions).sort()
}

function addToCell(
  cell: CrossCell,
  people: People,
  i: number,
  { size, w, v }: Weight,
  slot: Int32Array,
): void {
  const from = people.siteStart[i]!
  const width = cell.dimensions.length
  for (let j = 0; j < size; j++) {
    const row = slot[people.siteDimension[from + j]!]!
    cell.v[row] = cell.v[row]! + v[j]!
    for (let k = 0; k < size; k++) {
      const at = row * width + slot[people.siteDimension[from + k]!]!
      cell.w[at] = cell.w[at]! + w[j * size + k]!
    }
  }
}

function margins(
  cells: CrossCell[],
  count: number,
  competencies: number,
  unitOf: (cell: CrossCell) => number,
): (Float64Array | null)[] {
  const result = new Array<Float64Array | null>(count).fill(null)
  for (const cell of cells) {
    const sum = (result[unitOf(cell)] ??= new Float64Array(competencies * competencies))
    const width = cell.dimensions.length
    for (let j = 0; j < width; j++) {
      const row = cell.dimensions[j]! * competencies
      for (let k = 0; k < width; k++) {
        const at = row + cell.dimensions[k]!
        sum[at] = sum[at]! + cell.w[j * width + k]!
      }
    }
  }
  return result
}

/**
 * What is left of the sums for one factor once the other factor's effects are taken out: Σ(v − W·other) by unit, units ×
 * competencies in `into`.
 */
export function remainders(
  sums: Sums,
  unitOf: (cell: CrossCell) => number,
  otherOf: (cell: CrossCell) => number,
  other: Float64Array,
  into: Float64Array,
): void {
  const { competencies, cells } = sums
  into.fill(0)
  for (const cell of cells) {
    const to = unitOf(cell) * competencies
    const from = otherOf(cell) * competencies
    const { dimensions, w, v } = cell
    const width = dimensions.length
    for (let j = 0; j < width; j++) {
      let sum = v[j]!
      for (let k = 0; k < width; k++) sum -= w[j * width + k]! * other[from + dimensions[k]!]!
      const at = to + dimensions[j]!
      into[at] = into[at]! + sum
    }
  }
}
