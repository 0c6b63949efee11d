import { categories } from '~/assessment/irt/models'
import type { PooledAnswer, PooledInput, PooledNeed, PooledPerson, PooledSite } from './types'

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
  /** Answers behind site j: from siteAnswer[j] to siteAnswer[j + 1]; none where the site alone is known. */
  siteAnswer: Int32Array
  answerItem: Int32Array
  answerCategory: Int32Array
  /** People of place c: from placeStart[c] to placeStart[c + 1]. */
  placeStart: Int32Array
}

/**
 * Puts people into columns. A competency named twice counts once among the needs and adds up among the sites; numbers
 * that are not finite are left out. Throws RangeError for a place, position, department, competency, item or category
 * out of range.
 */
export function arrange(input: PooledInput): People {
  const tidy = input.people.map((person) => tidied(person, input))
  tidy.sort(compare)
  const needStart = starts(tidy.map(({ needs }) => needs.length))
  const siteStart = starts(tidy.map(({ sites }) => sites.length))
  const siteAnswer = starts(tidy.flatMap(({ answered }) => answered))
  const people: People = {
    count: tidy.length,
    place: Int32Array.from(tidy, ({ person }) => person.place),
    position: Int32Array.from(tidy, ({ person }) => person.position),
    department: Int32Array.from(tidy, ({ person }) => person.department),
    needStart,
    needDimension: new Int32Array(needStart.at(-1)!),
    threshold: new Float64Array(needStart.at(-1)!),
    siteStart,
    siteDimension: new Int32Array(siteStart.at(-1)!),
    precision: new Float64Array(siteStart.at(-1)!),
    shift: new Float64Array(siteStart.at(-1)!),
    siteAnswer,
    answerItem: new Int32Array(siteAnswer.at(-1)!),
    answerCategory: new Int32Array(siteAnswer.at(-1)!),
    placeStart: placeStarts(tidy, input.places),
  }
  let need = 0
  let site = 0
  let answer = 0
  for (const { needs, sites, answers } of tidy) {
    for (const { dimension, threshold } of needs) {
      people.needDimension[need] = dimension
      people.threshold[need++] = threshold
    }
    for (const { dimension, precision, shift } of sites) {
      people.siteDimension[site] = dimension
      people.precision[site] = Math.max(precision, leastPrecision)
      people.shift[site++] = shift
    }
    for (const { item, category } of answers) {
      people.answerItem[answer] = item
      people.answerCategory[answer++] = category
    }
  }
  return people
}

/** The people of the chosen places alone, with the places numbered in the order chosen. */
export function peopleOf(people: People, chosen: readonly number[]): People {
  const rows = chosen.flatMap((place) => range(people.placeStart[place]!, people.placeStart[place + 1]!))
  const renumbered = chosen.flatMap((place, c) =>
    new Array<number>(people.placeStart[place + 1]! - people.placeStart[place]!).fill(c),
  )
  const needs = rows.flatMap((i) => range(people.needStart[i]!, people.needStart[i + 1]!))
  const sites = rows.flatMap((i) => range(people.siteStart[i]!, people.siteStart[i + 1]!))
  const answers = sites.flatMap((j) => range(people.siteAnswer[j]!, people.siteAnswer[j + 1]!))
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
    siteAnswer: starts(sites.map((j) => people.siteAnswer[j + 1]! - people.siteAnswer[j]!)),
    answerItem: Int32Array.from(answers, (j) => people.answerItem[j]!),
    answerCategory: Int32Array.from(answers, (j) => people.answerCategory[j]!),
    placeStart: starts(chosen.map((place) => people.placeStart[place + 1]! - people.placeStart[place]!)),
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, j) => from + j)
}

/** Needs and sites ascend by competency; answers stand in the order of the sites, `answered` of them to each site. */
type Tidy = {
  person: PooledPerson
  needs: PooledNeed[]
  sites: PooledSite[]
  answers: PooledAnswer[]
  answered: number[]
}

function tidied(person: PooledPerson, input: PooledInput): Tidy {
  inRange('place', person.place, input.places)
  inRange('position', person.position, input.positions)
  inRange('department', person.department, input.departments)
  const needs = uniqueNeeds(person, input.domainOf.length)
  const sites = uniqueSites(person, input.domainOf.length)
  if (person.sites === null || !person.answers || person.answers.length === 0)
    return { person, needs, sites, answers: [], answered: sites.map(() => 0) }
  return { person, needs, ...withAnswers(sites, person.answers, input) }
}

/** With answers there is one site for each competency that was answered, begun from the one that was given. */
function withAnswers(
  sites: readonly PooledSite[],
  given: readonly PooledAnswer[],
  { items = [], domainOf }: PooledInput,
): Pick<Tidy, 'sites' | 'answers' | 'answered'> {
  for (const { item, category } of given) {
    inRange('item', item, items.length)
    inRange('category', category, categories(items[item]!.parameters))
    inRange('competency', items[item]!.dimension, domainOf.length)
  }
  const dimensionOf = ({ item }: PooledAnswer) => items[item]!.dimension
  const answers = given.toSorted(
    (a, b) => dimensionOf(a) - dimensionOf(b) || a.item - b.item || a.category - b.category,
  )
  const made: PooledSite[] = []
  const answered: number[] = []
  for (const answer of answers) {
    const dimension = dimensionOf(answer)
    if (made.at(-1)?.dimension !== dimension) {
      made.push(sites.find((site) => site.dimension === dimension) ?? { dimension, precision: 0, shift: 0 })
      answered.push(0)
    }
    answered[answered.length - 1]!++
  }
  return { sites: made, answers, answered }
}

function compare(a: Tidy, b: Tidy): number {
  return (
    a.person.place - b.person.place ||
    a.person.position - b.person.position ||
    a.person.department - b.person.department ||
    lists(
      a.sites,
      b.sites,
      (x, y) => x.dimension - y.dimension || x.precision - y.precision || x.shift - y.shift,
    ) ||
    lists(a.needs, b.needs, (x, y) => x.dimension - y.dimension || x.threshold - y.threshold) ||
    lists(a.answers, b.answers, (x, y) => x.item - y.item || x.category - y.category)
  )
}

function lists<T>(a: readonly T[], b: readonly T[], each: (x: T, y: T) => number): number {
  if (a.length !== b.length) return a.length - b.length
  for (let j = 0; j < a.length; j++) {
    const order = each(a[j]!, b[j]!)
    if (order !== 0) return order
  }
  return 0
}

function uniqueNeeds({ needs }: PooledPerson, competencies: number): PooledNeed[] {
  for (const { dimension } of needs) inRange('competency', dimension, competencies)
  return needs
    .filter(
      ({ dimension, threshold }, j) =>
        Number.isFinite(threshold) && needs.findIndex((need) => need.dimension === dimension) === j,
    )
    .sort((a, b) => a.dimension - b.dimension)
}

function uniqueSites({ sites }: PooledPerson, competencies: number): PooledSite[] {
  const result: PooledSite[] = []
  for (const site of sites ?? []) {
    inRange('competency', site.dimension, competencies)
    if (!Number.isFinite(site.precision) || !Number.isFinite(site.shift)) continue
    const at = result.findIndex(({ dimension }) => dimension === site.dimension)
    if (at < 0) result.push(site)
    else {
      const { dimension, precision, shift } = result[at]!
      result[at] = { dimension, precision: precision + site.precision, shift: shift + site.shift }
    }
  }
  return result.sort((a, b) => a.dimension - b.dimension)
}

function placeStarts(tidy: readonly Tidy[], places: number): Int32Array {
  const sizes = new Array<number>(places).fill(0)
  for (const { person } of tidy) sizes[person.place]!++
  return starts(sizes)
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
