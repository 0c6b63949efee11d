import { structuredCovariance } from '~/assessment/irt/prior'
import { cholesky, type Matrix } from '~/assessment/numeric/matrix'
import { normalDraw, seeded, type Random } from '~/assessment/numeric/random'
import type { People } from './people'
import type { PopulationDraws } from './population'
import { addPerson, addPlace, tally, type Tally } from './tally'
import { weightOf } from './weight'

export type Layout = {
  domainOf: readonly number[]
  domains: number
  departments: number
  /** 1 (all), then the departments, then the positions; 1 alone where only whole places are wanted. */
  groups: number
}

/**
 * Adds up plausible values (Rubin 1987; Mislevy 1991, Psychometrika 56:177): for each drawn population and each person θ
 * from N(m, Σ) times the person's sites, or from N(m, Σ) where the person did not answer, so that everybody who was asked
 * counts and a measured person keeps the error of the measurement. Gives the tallies of every place and of the province.
 */
export function addUpValues(
  people: People,
  population: PopulationDraws,
  layout: Layout,
  seed: string,
  onPlace: (place: number) => void,
): { places: Tally[]; province: Tally[] } {
  const measures = layout.domainOf.length + layout.domains
  const covariance = structuredCovariance(layout.domainOf, population.person)
  const whole = new Map<number, Tally>()
  const places: Tally[] = []
  for (let place = 0; place + 1 < people.placeStart.length; place++) {
    const local = new Map<number, Tally>()
    const random = seeded(`${seed}:place:${place}`)
    for (let i = people.placeStart[place]!; i < people.placeStart[place + 1]!; i++)
      addPersonTo(local, people, i, population, covariance, layout, random)
    for (const [key, each] of local) {
      let sum = whole.get(key)
      if (!sum) whole.set(key, (sum = tally(null, each.group, each.measure, population.draws)))
      addPlace(sum, each)
      places.push(each)
    }
    onPlace(place)
  }
  const order = (a: Tally, b: Tally) => a.group * measures + a.measure - b.group * measures - b.measure
  return { places, province: [...whole.values()].sort(order) }
}

function addPersonTo(
  local: Map<number, Tally>,
  people: People,
  i: number,
  population: PopulationDraws,
  covariance: Matrix,
  layout: Layout,
  random: Random,
): void {
  const { draws } = population
  const { domainOf, domains, departments, groups } = layout
  const values = drawDistances(people, i, population, covariance, random)
  const place = people.place[i]!
  const own = groups === 1 ? [0] : [0, 1 + people.department[i]!, 1 + departments + people.position[i]!]
  const add = (measure: number, at: Float64Array, from: number, parts: number, measured: boolean) => {
    for (const group of own) {
      const key = group * (domainOf.length + domains) + measure
      let sum = local.get(key)
      if (!sum) local.set(key, (sum = tally(place, group, measure, draws)))
      addPerson(sum, at, from, parts, measured)
    }
  }
  const from = people.needStart[i]!
  const count = people.needStart[i + 1]! - from
  const answered = new Set(people.siteDimension.subarray(people.siteStart[i], people.siteStart[i + 1]))
  const byDomain = new Map<number, number[]>()
  for (let n = 0; n < count; n++) {
    const dimension = people.needDimension[from + n]!
    add(dimension, values, n * draws, 1, answered.has(dimension))
    const domain = domainOf[dimension]!
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), n])
  }
  const average = new Float64Array(draws)
  for (const [domain, needs] of byDomain) {
    average.fill(0)
    for (const n of needs)
      for (let s = 0; s < draws; s++) average[s] = average[s]! + values[n * draws + s]! / needs.length
    const measured = needs.some((n) => answered.has(people.needDimension[from + n]!))
    add(domainOf.length + domain, average, 0, needs.length, measured)
  }
}

/** Draws of θ − τ of person i, needs × draws. */
function drawDistances(
  people: People,
  i: number,
  { draws, positions, places }: PopulationDraws,
  covariance: Matrix,
  random: Random,
): Float64Array {
  const k = covariance.rows
  const needFrom = people.needStart[i]!
  const needs = people.needStart[i + 1]! - needFrom
  const siteFrom = people.siteStart[i]!
  const sites = people.siteStart[i + 1]! - siteFrom
  const { gain, constant, spread } = conditional(people, i, covariance)
  const base = constant.map((value, n) => value - people.threshold[needFrom + n]!)
  const result = new Float64Array(needs * draws)
  const mean = new Float64Array(sites)
  const z = new Float64Array(needs)
  const needOf = people.needDimension.subarray(needFrom, needFrom + needs)
  const siteOf = people.siteDimension.subarray(siteFrom, siteFrom + sites)
  for (let s = 0; s < draws; s++) {
    const atPosition = (people.position[i]! * draws + s) * k
    const atPlace = (people.place[i]! * draws + s) * k
    for (let j = 0; j < sites; j++)
      mean[j] = positions[atPosition + siteOf[j]!]! + places[atPlace + siteOf[j]!]!
    for (let n = 0; n < needs; n++) z[n] = normalDraw(random)
    for (let n = 0; n < needs; n++) {
      let value = positions[atPosition + needOf[n]!]! + places[atPlace + needOf[n]!]! + base[n]!
      for (let j = 0, l = n * sites; j < sites; j++, l++) value -= gain[l]! * mean[j]!
      for (let j = 0, l = n * needs; j <= n; j++, l++) value += spread[l]! * z[j]!
      result[n * draws + s] = value
    }
  }
  return result
}

/**
 * θ on the needs N given the group's mean m and the sites on A: mean m_N + constant − gain·m_A, covariance spread·spread′;
 * gain = Σ_NA W, constant = Σ_NA v, covariance Σ_NN − Σ_NA W Σ_AN.
 */
function conditional(people: People, i: number, covariance: Matrix) {
  const k = covariance.rows
  const needs = people.needDimension.subarray(people.needStart[i], people.needStart[i + 1])
  const sites = people.siteDimension.subarray(people.siteStart[i], people.siteStart[i + 1])
  const n = needs.length
  const a = sites.length
  const gain = new Float64Array(n * a)
  const constant = new Float64Array(n)
  const left = new Float64Array(n * n)
  const { w, v } = weightOf(people, i, covariance)
  for (let j = 0; j < n; j++) {
    const row = needs[j]! * k
    for (let l = 0; l < a; l++) {
      const value = covariance.data[row + sites[l]!]!
      constant[j] = constant[j]! + value * v[l]!
      for (let o = 0; o < a; o++) gain[j * a + o] = gain[j * a + o]! + value * w[l * a + o]!
    }
    for (let l = 0; l <= j; l++) {
      let value = covariance.data[row + needs[l]!]!
      for (let o = 0; o < a; o++) value -= gain[j * a + o]! * covariance.data[needs[l]! * k + sites[o]!]!
      left[j * n + l] = value
    }
  }
  return { gain, constant, spread: cholesky({ rows: n, columns: n, data: left }).data }
}
