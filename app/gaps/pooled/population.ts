import { structuredCovariance, type Components } from '~/assessment/irt/prior'
import { seeded, shuffle, type Random } from '~/assessment/numeric/random'
import { averageMeans, averageVariances, meanOf, scaled } from './averages'
import { peopleOf, type People } from './people'
import { tabulate } from './propagate'
import { recentre } from './recentre'
import { sampler, sweep, withSums, type Sampler, type Variances } from './sampler'
import { crossingsOf, sumWeights } from './sums'
import type { PooledItem } from './types'
import { stepVariances, type Residual } from './within'

/** Above this many places the variances are learned from a random sample of them. */
const mostPlaces = 120
/** Each turn: rounds of a few sweeps and a step of the variances within people, then the sites are made anew. */
const turns = 4
const rounds = 4
const sweepsARound = 4
const adaptation = 80
const thinning = 3
const sampleSweeps = 240
const settling = 12

/** Drawn populations: position means (positions × draws × competencies) and place effects (places × draws × competencies). */
export type PopulationDraws = {
  draws: number
  positions: Float32Array
  places: Float32Array
  person: Components
  place: Components
  position: Components
  mean: number[]
}

type Setting = {
  domainOf: readonly number[]
  positions: number
  prior: Components
  items: readonly PooledItem[]
  seed: string
  draws: number
}

/**
 * Draws from the posterior of the population given everybody's sites, which are made anew (in `people`) where answers are
 * known. The variances within people are found first, by stochastic approximation of their marginal posterior mode
 * (scores at drawn effects: Gu and Kong 1998, PNAS 95:7270), and then held; the variances of places and positions are
 * drawn along with their effects. Where there are very many places those variances too are held, at their posterior means
 * from a random sample of places.
 */
export function drawPopulation(
  people: People,
  setting: Setting,
  onProgress: (share: number) => void,
): PopulationDraws {
  const { domainOf, positions, items, seed, draws } = setting
  const random = seeded(`${seed}:population`)
  const places = people.placeStart.length - 1
  const sampled = places > mostPlaces
  const some = sampled ? peopleOf(people, sampleOf(places, seeded(`${seed}:places`))) : people
  const total =
    turns * rounds * sweepsARound +
    adaptation +
    (sampled ? sampleSweeps + 2 * settling + draws : draws * thinning)
  let done = 0
  const run = (state: Sampler, variances: Variances) => {
    sweep(state, random, variances)
    if (++done % 20 === 0) onProgress(done / total)
  }

  const crossings = crossingsOf(some)
  const start = sampler(
    domainOf,
    sumWeights(some, crossings, structuredCovariance(domainOf, setting.prior), positions, true),
    { place: scaled(setting.prior, 0.1), position: scaled(setting.prior, 0.3) },
  )
  const person = findWithin(some, start, setting, () => run(start, 'adapt'))
  const covariance = structuredCovariance(domainOf, person)
  withSums(start, sumWeights(some, crossings, covariance, positions, false))
  for (let i = 0; i < adaptation; i++) run(start, 'adapt')

  const between = averageVariances()
  let state = start
  if (sampled) {
    for (let i = 0; i < sampleSweeps; i++) {
      run(start, 'draw')
      between.add(start)
    }
    const all = crossingsOf(people)
    state = sampler(domainOf, sumWeights(people, all, covariance, positions, false), between.mean())
    const means = averageMeans(state)
    for (let i = 0; i < settling; i++) {
      run(state, 'fixed')
      if (i >= settling / 2) means.add()
    }
    recentre(people, items, tabulate(people, items), covariance, state, means.mean())
    withSums(state, sumWeights(people, all, covariance, positions, false))
    for (let i = 0; i < settling; i++) run(state, 'fixed')
  }
  const k = domainOf.length
  const drawn = {
    positions: new Float32Array(draws * positions * k),
    places: new Float32Array(draws * places * k),
  }
  const mean = new Float64Array(k)
  for (let s = 0; s < draws; s++) {
    for (let i = 0; i < (sampled ? 1 : thinning); i++) run(state, sampled ? 'fixed' : 'draw')
    if (!sampled) between.add(state)
    spread(state.positions, drawn.positions, s, draws, k)
    spread(state.places, drawn.places, s, draws, k)
    for (let j = 0; j < k; j++) mean[j] = mean[j]! + state.mean[j]! / draws
  }
  return { draws, ...drawn, person, ...between.mean(), mean: [...mean] }
}

/** The variances within people, with sites to match; leaves the sampler near its stationary distribution. */
function findWithin(
  people: People,
  state: Sampler,
  { domainOf, positions, prior, items }: Setting,
  run: () => void,
): Components {
  const domains = Math.max(-1, ...domainOf) + 1
  const tables = tabulate(people, items)
  let current = prior
  let covariance = structuredCovariance(domainOf, current)
  const late: Components[] = []
  for (let turn = 0; turn < turns; turn++) {
    const means = averageMeans(state)
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < sweepsARound; i++) {
        run()
        if (round > 0) means.add()
      }
      current = stepVariances(residuals(people, state, domainOf), domains, current, prior)
      if (turn === turns - 1) late.push(current)
      if (round === rounds - 1) recentre(people, items, tables, covariance, state, means.mean())
      covariance = structuredCovariance(domainOf, current)
      withSums(state, sumWeights(people, state.sums.crossings, covariance, positions, true))
    }
  }
  const average = (name: keyof Components) =>
    Math.exp(late.reduce((sum, each) => sum + Math.log(each[name]), 0) / late.length)
  return { general: average('general'), domain: average('domain'), own: average('own') }
}

function* residuals(people: People, state: Sampler, domainOf: readonly number[]): Generator<Residual> {
  const mean = new Float64Array(domainOf.length)
  const writeMean = meanOf(people, state)
  for (const [at, i] of state.sums.measured.entries()) {
    const { size, w, v } = state.sums.weights[at]!
    const dimensions = people.siteDimension.subarray(people.siteStart[i], people.siteStart[i]! + size)
    writeMean(i, mean)
    const a = Float64Array.from(v)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++) a[j] = a[j]! - w[j * size + k]! * mean[dimensions[k]!]!
    yield { a, w, domains: Array.from(dimensions, (k) => domainOf[k]!) }
  }
}

/** Puts draw s of units × competencies where it belongs in units × draws × competencies. */
function spread(from: Float64Array, into: Float32Array, s: number, draws: number, k: number): void {
  for (let at = 0, unit = 0; at < from.length; at += k, unit++)
    into.set(from.subarray(at, at + k), (unit * draws + s) * k)
}

function sampleOf(places: number, random: Random): number[] {
  const all = Array.from({ length: places }, (_, c) => c)
  return shuffle(random, all)
    .slice(0, mostPlaces)
    .sort((a, b) => a - b)
}
