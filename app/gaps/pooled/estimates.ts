import type { Components } from '~/assessment/irt/prior'
import { normalCdf } from '~/assessment/numeric/normal'
import { z90 } from '../wilson'
import { arrange, type People } from './people'
import { drawPopulation, type PopulationDraws } from './population'
import { rankRanges } from './ranks'
import { meanPrior } from './sampler'
import { meanDistance, moments, shareInterval, type Tally } from './tally'
import type { CellEstimate, CellGroup, PooledInput, PooledResult, Progress, RankRange } from './types'
import { addUpValues, type Layout } from './values'

const defaultDraws = 200
/** The 95th of 100 of Student's t with draws − 1 degrees of freedom (Abramowitz and Stegun 1964, 26.7.5, two terms). */
const student90 = (draws: number) => z90 * (1 + (z90 ** 2 + 1) / (4 * (draws - 1)))
/** The fall of the standard deviation from which on a figure is the place's own. */
const informedFrom = 0.25

/**
 * Estimates of every place: θ = μ + γ(position) + u(place) + e, seen through the people's sites, over everybody who was
 * asked and needs the measure (latent regression with plausible values: Mislevy 1991, Psychometrika 56:177; hierarchical
 * Bayes for small areas: Rao and Molina 2015, Small Area Estimation, ch. 10). Who did not answer is missing at random
 * given position and place. Intervals hold 90 %. Same input and seed, same figures, however the people are listed.
 * Throws RangeError for a place, position, department or competency out of range, or for fewer than 20 draws.
 */
export function pooledEstimates(input: PooledInput, onProgress?: Progress): PooledResult {
  const draws = input.draws ?? defaultDraws
  if (!(Number.isInteger(draws) && draws >= 20)) throw new RangeError(`${draws} draws are too few`)
  const people = arrange(input)
  const domains = Math.max(-1, ...input.domainOf) + 1
  const groups = input.cells === 'places' ? 1 : 1 + input.departments + input.positions
  const layout: Layout = {
    domainOf: input.domainOf,
    domains,
    departments: input.departments,
    groups,
  }
  const total = 100
  const population = drawPopulation(people, { ...input, items: input.items ?? [], draws }, (share) =>
    onProgress?.(Math.floor(60 * share), total),
  )
  const { places, province } = addUpValues(people, population, layout, input.seed, (place) =>
    onProgress?.(60 + Math.floor((35 * (place + 1)) / input.places), total),
  )
  const cells = describe(places, province, population, layout, input)
  onProgress?.(total, total)
  const { person, place, position, mean } = population
  return {
    cells,
    population: { person, place, position, mean },
    response: responses(people, input.positions),
    draws,
  }
}

function describe(
  places: Tally[],
  province: Tally[],
  population: PopulationDraws,
  layout: Layout,
  input: PooledInput,
): CellEstimate[] {
  const measures = layout.domainOf.length + layout.domains
  const keyOf = ({ group, measure }: Tally) => group * measures + measure
  const whole = new Map(province.map((each) => [keyOf(each), each]))
  const ranks = ranksOf(places)
  const positionSquares = squaresByMeasure(input, layout)
  return [...province, ...places].map((each) => {
    const { mean, sd } = meanDistance(each)
    const half = student90(each.sum.length) * sd
    const { share, low, high } = shareInterval(each)
    const before = Math.sqrt(varianceBefore(each, population, positionSquares[each.measure]!, layout))
    const reduction = Math.max(0, Math.min(1, 1 - sd / before))
    return {
      place: each.place,
      group: groupOf(each.group, layout.departments),
      measure: each.measure,
      measured: each.measured,
      people: each.people,
      share,
      shareLow: low,
      shareHigh: high,
      distance: mean,
      distanceSd: sd,
      distanceLow: mean - half,
      distanceHigh: mean + half,
      informed: reduction >= informedFrom,
      reduction,
      rank: ranks.get(each) ?? null,
      higher: each.place === null ? null : higher(each, whole.get(keyOf(each))!),
    }
  })
}

/** Probability that the place's mean is below that of the other people of the province, from the normal form of the draws. */
function higher(own: Tally, whole: Tally): number | null {
  const others = whole.people - own.people
  if (others === 0) return null
  const { mean, sd } = moments(
    own.sum.length,
    (s) => own.sum[s]! / own.people - (whole.sum[s]! - own.sum[s]!) / others,
  )
  return normalCdf(-mean / sd)
}

function ranksOf(places: readonly Tally[]): Map<Tally, RankRange> {
  const byMeasure = new Map<number, Tally[]>()
  for (const each of places) {
    if (each.group !== 0) continue
    const own = byMeasure.get(each.measure)
    if (own) own.push(each)
    else byMeasure.set(each.measure, [each])
  }
  const result = new Map<Tally, RankRange>()
  for (const tallies of byMeasure.values()) {
    if (tallies.length < 2) continue
    for (const [c, range] of rankRanges(tallies).entries()) result.set(tallies[c]!, range)
  }
  return result
}

/**
 * Variance of a group's mean distance before anybody answered: of a place, its effect and the mean of its people's own
 * deviations, given the position means; of the province also these means, at their prior.
 */
function varianceBefore(
  { place, group, people, parts, placeSquares }: Tally,
  { person, place: between, position }: PopulationDraws,
  positionSquares: number,
  layout: Layout,
): number {
  const own = parts / people
  const of = ({ general, domain, own: single }: Components) => general + domain + single * own
  const within = of(person) / people
  if (place !== null) return of(between) + within
  const positions = group > layout.departments ? 1 : positionSquares
  return of(meanPrior) + of(position) * positions + (of(between) * placeSquares) / (people * people) + within
}

/** For each measure Σ over positions of (share of the people who need it)². */
function squaresByMeasure({ people, positions }: PooledInput, { domainOf, domains }: Layout): number[] {
  const measures = domainOf.length + domains
  const counts = new Float64Array(measures * positions)
  for (const { position, needs } of people) {
    const own = new Set(needs.flatMap(({ dimension }) => [dimension, domainOf.length + domainOf[dimension]!]))
    for (const measure of own)
      counts[measure * positions + position] = counts[measure * positions + position]! + 1
  }
  return Array.from({ length: measures }, (_, measure) => {
    const own = counts.subarray(measure * positions, (measure + 1) * positions)
    const total = own.reduce((sum, n) => sum + n, 0)
    return total === 0 ? 0 : own.reduce((sum, n) => sum + (n / total) ** 2, 0)
  })
}

function groupOf(group: number, departments: number): CellGroup {
  if (group === 0) return { kind: 'all', index: 0 }
  if (group <= departments) return { kind: 'department', index: group - 1 }
  return { kind: 'position', index: group - 1 - departments }
}

function responses(people: People, positions: number): PooledResult['response'] {
  const asked = new Int32Array(positions)
  const measured = new Int32Array(positions)
  for (let i = 0; i < people.count; i++) {
    const position = people.position[i]!
    asked[position] = asked[position]! + 1
    if (people.siteStart[i + 1]! > people.siteStart[i]!) measured[position] = measured[position]! + 1
  }
  return Array.from(asked, (count, position) => ({
    position,
    asked: count,
    measured: measured[position]!,
  }))
}
