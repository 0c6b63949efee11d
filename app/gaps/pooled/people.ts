import type { PooledAnswer, PooledInput, PooledPerson, PooledSite } from './types'

/** Answers that could be guesses can make a likelihood curve upwards; its precision is lifted to this. */
export const leastPrecision = 1e-4

/** People in columns, in an order that does not depend on how they were listed; those of a place stand together. */
export type People = {
  count: number
  place: Int32Array
  position: Int32Array
  department: Int32Array
  /** Needs of person i: from needStart[i] to needStart[i + 1], ascending competencies. */
  needStart: Int32Array
  needDimension: Int32Array
  threshold: Float64Array
  /** Sites of person i, likewise; nobody who did not submit has any. */
  siteStart: Int32Array
  siteDimension: Int32Array
  precision: Float64Array
  shift: Float64Array
  /** Answers of person i, likewise; none where the sites alone are known. */
  answerStart: Int32Array
  answerItem: Int32Array
  answerCategory: Int32Array
  /** People of place c: from placeStart[c] to placeStart[c + 1]. */
  placeStart: Int32Array
}

/**
 * Puts people into columns. A competency named twice counts once among the needs and adds up among the sites; numbers
 * that are not finite are left out. Throws RangeError for a place, position, department, competency or item out of range.
 */
export function arrange(input: PooledInput): People {
  const competencies = input.domainOf.length
  const tidy = input.people.map((person) => {
    inRange('place', person.place, input.places)
    inRange('position', person.position, input.positions)
    inRange('department', person.department, input.departments)
    return {
      ...person,
      needs: uniqueNeeds(person, competencies),
      ...answered(person, input),
    }
  })
  tidy.sort(compare)
  const needs = tidy.flatMap((each) => each.needs)
  const sites = tidy.flatMap((each) => each.sites)
  const answers = tidy.flatMap((each) => each.answers)
  const placeStart = new Int32Array(input.places + 1)
  for (const { place } of tidy) placeStart[place + 1] = placeStart[place + 1]! + 1
  for (let c = 0; c < input.places; c++) placeStart[c + 1] = placeStart[c + 1]! + placeStart[c]!
  return {
    count: tidy.length,
    place: Int32Array.from(tidy, (each) => each.place),
    position: Int32Array.from(tidy, (each) => each.position),
    department: Int32Array.from(tidy, (each) => each.department),
    needStart: starts(tidy.map((each) => each.needs.length)),
    needDimension: Int32Array.from(needs, (each) => each.dimension),
    threshold: Float64Array.from(needs, (each) => each.threshold),
    siteStart: starts(tidy.map((each) => each.sites.length)),
    siteDimension: Int32Array.from(sites, (each) => each.dimension),
    precision: Float64Array.from(sites, (each) => Math.max(each.precision, leastPrecision)),
    shift: Float64Array.from(sites, (each) => each.shift),
    answerStart: starts(tidy.map((each) => each.answers.length)),
    answerItem: Int32Array.from(answers, (each) => each.item),
    answerCategory: Int32Array.from(answers, (each) => each.category),
    placeStart,
  }
}

/** The people of the chosen places alone, with the places numbered in the order chosen. */
export function peopleOf(people: People, chosen: readonly number[]): People {
  const rows = chosen.flatMap((place) => range(people.placeStart[place]!, people.placeStart[place + 1]!))
  const renumbered = chosen.flatMap((place, c) =>
    new Array<number>(people.placeStart[place + 1]! - people.placeStart[place]!).fill(c),
  )
  const needs = rows.flatMap((i) => range(people.needStart[i]!, people.needStart[i + 1]!))
  const sites = rows.flatMap((i) => range(people.siteStart[i]!, people.siteStart[i + 1]!))
  const answers = rows.flatMap((i) => range(people.answerStart[i]!, people.answerStart[i + 1]!))
  return {
    count: rows.length,
    place: Int32Array.from(renumbered),
    position: Int32Array.from(rows, (i) => people.position[i]!),
    department: Int32Array.from(rows, (i) => people.department[i]!),
    needStart: starts(rows.map((i) => people.needStart[i + 1]! - people.needStart[i]!)),
    needDimension: Int32Array.from(needs, (j) => people.needDimension[j]!),
    threshold: Float64Array.from(needs, (j) => people.threshold[j]!),
    siteStart: starts(rows.map((i) => people.siteStart[i + 1]! - people.siteStart[i]!)),
    siteDimension: Int32Array.from(sites, (j) => people.siteDimension[j]!),
    precision: Float64Array.from(sites, (j) => people.precision[j]!),
    shift: Float64Array.from(sites, (j) => people.shift[j]!),
    answerStart: starts(rows.map((i) => people.answerStart[i + 1]! - people.answerStart[i]!)),
    answerItem: Int32Array.from(answers, (j) => people.answerItem[j]!),
    answerCategory: Int32Array.from(answers, (j) => people.answerCategory[j]!),
    placeStart: starts(chosen.map((place) => people.placeStart[place + 1]! - people.placeStart[place]!)),
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, j) => from + j)
}

type Tidy = Omit<PooledPerson, 'sites' | 'answers'> & { sites: PooledSite[]; answers: PooledAnswer[] }

function compare(a: Tidy, b: Tidy): number {
  const first =
    a.place - b.place ||
    a.position - b.position ||
    a.department - b.department ||
    a.needs.length - b.needs.length ||
    a.sites.length - b.sites.length ||
    a.answers.length - b.answers.length
  if (first !== 0) return first
  for (let j = 0; j < a.sites.length; j++) {
    const x = a.sites[j]!
    const y = b.sites[j]!
    const order = x.dimension - y.dimension || x.precision - y.precision || x.shift - y.shift
    if (order !== 0) return order
  }
  for (let j = 0; j < a.needs.length; j++) {
    const order =
      a.needs[j]!.dimension - b.needs[j]!.dimension || a.needs[j]!.threshold - b.needs[j]!.threshold
    if (order !== 0) return order
  }
  for (let j = 0; j < a.answers.length; j++) {
    const order = a.answers[j]!.item - b.answers[j]!.item || a.answers[j]!.category - b.answers[j]!.category
    if (order !== 0) return order
  }
  return 0
}

function uniqueNeeds({ needs }: PooledPerson, competencies: number) {
  const seen = new Set<number>()
  return needs
    .filter(({ dimension, threshold }) => {
      inRange('competency', dimension, competencies)
      return Number.isFinite(threshold) && !seen.has(dimension) && seen.add(dimension)
    })
    .sort((a, b) => a.dimension - b.dimension)
}

/** Sites and answers of one person; with answers there is one site for each competency that was answered. */
function answered(person: PooledPerson, input: PooledInput): Pick<Tidy, 'sites' | 'answers'> {
  const sites = uniqueSites(person, input.domainOf.length)
  if (person.sites === null || !person.answers || person.answers.length === 0) return { sites, answers: [] }
  const items = input.items ?? []
  for (const { item } of person.answers) inRange('item', item, items.length)
  const dimensions = new Set(person.answers.map(({ item }) => items[item]!.dimension))
  return {
    sites: [...dimensions]
      .sort((a, b) => a - b)
      .map(
        (dimension) =>
          sites.find((site) => site.dimension === dimension) ?? { dimension, precision: 0, shift: 0 },
      ),
    answers: person.answers.toSorted((a, b) => a.item - b.item || a.category - b.category),
  }
}

function uniqueSites({ sites }: PooledPerson, competencies: number): PooledSite[] {
  const sums = new Map<number, { dimension: number; precision: number; shift: number }>()
  for (const { dimension, precision, shift } of sites ?? []) {
    inRange('competency', dimension, competencies)
    if (!Number.isFinite(precision) || !Number.isFinite(shift)) continue
    const before = sums.get(dimension) ?? { dimension, precision: 0, shift: 0 }
    sums.set(dimension, {
      dimension,
      precision: before.precision + precision,
      shift: before.shift + shift,
    })
  }
  return [...sums.values()].sort((a, b) => a.dimension - b.dimension)
}

function starts(lengths: number[]): Int32Array {
  const result = new Int32Array(lengths.length + 1)
  for (const [i, length] of lengths.entries()) result[i + 1] = result[i]! + length
  return result
}

function inRange(what: string, value: number, count: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= count)
    throw new RangeError(`${what} ${value} is not one of ${count}`)
}
