import { structuredCovariance, type Components } from '~/assessment/irt/prior'
import { seeded, shuffle, type Random } from '~/assessment/numeric/random'
import { peopleOf, type People } from './people'
import { sampler, sweep, withSums, type Sampler, type Variances } from './sampler'
import { sumWeights } from './sums'
import { scoreVariances } from './within'

/** Above this many places the variances are learned from a random sample of them. */
const mostPlaces = 150
const scoringRounds = 16
const sweepsARound = 4
const adaptation = 80
const thinning = 3
const sampleSweeps = 240
const settling = 20

/** Drawn populations: position means (draws × positions × competencies) and place effects (draws × places × competencies). */
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
  seed: string
  draws: number
}

/**
 * Draws from the posterior of the population given everybody's sites. The variances within people are found first, by
 * stochastic approximation of their marginal posterior mode (scores at drawn effects: Gu and Kong 1998, PNAS 95:7270) and
 * then held; the variances of places and positions are drawn along with their effects. Where there are very many places
 * those variances too are held, at their posterior means from a random sample of places.
 */
export function drawPopulation(
  people: People,
  setting: Setting,
  onProgress: (share: number) => void,
): PopulationDraws {
  const { domainOf, positions, seed, draws } = setting
  const random = seeded(`${seed}:population`)
  const places = people.placeStart.length - 1
  const sampled = places > mostPlaces
  const some = sampled ? peopleOf(people, sampleOf(places, seeded(`${seed}:places`))) : people
  const total =
    scoringRounds * sweepsARound + adaptation + (sampled ? sampleSweeps + settling + draws : draws * thinning)
  let done = 0
  const run = (state: Sampler, count: number, variances: Variances) => {
    for (let i = 0; i < count; i++) {
      sweep(state, random, variances)
      if (++done % 20 === 0) onProgress(done / total)
    }
  }

  const first = { place: scaled(setting.prior, 0.1), position: scaled(setting.prior, 0.3) }
  const start = sampler(
    domainOf,
    sumWeights(some, structuredCovariance(domainOf, setting.prior), positions, true),
    first,
  )
  const person = findWithin(some, start, setting, (state) => run(state, sweepsARound, 'adapt'))
  const covariance = structuredCovariance(domainOf, person)
  withSums(start, sumWeights(some, covariance, positions, false))
  run(start, adaptation, 'adapt')

  const between = averages()
  let state = start
  if (sampled) {
    for (let i = 0; i < sampleSweeps; i++) {
      run(start, 1, 'draw')
      between.add(start)
    }
    state = sampler(domainOf, sumWeights(people, covariance, positions, false), between.mean())
    run(state, settling, 'fixed')
  }
  const k = domainOf.length
  const drawn = {
    positions: new Float32Array(draws * positions * k),
    places: new Float32Array(draws * places * k),
  }
  const mean = new Float64Array(k)
  for (let s = 0; s < draws; s++) {
    run(state, sampled ? 1 : thinning, sampled ? 'fixed' : 'draw')
    if (!sampled) between.add(state)
    drawn.positions.set(state.positions, s * positions * k)
    drawn.places.set(state.places, s * places * k)
    for (let j = 0; j < k; j++) mean[j] = mean[j]! + state.mean[j]! / draws
  }
  return { draws, ...drawn, person, ...between.mean(), mean: [...mean] }
}

/** The variances within people; leaves the sampler near its stationary distribution. */
function findWithin(
  people: People,
  state: Sampler,
  { domainOf, positions, prior }: Setting,
  settle: (state: Sampler) => void,
): Components {
  const k = domainOf.length
  const meanOf = (person: number, into: Float64Array) => {
    const p = people.position[person]! * k
    const c = people.place[person]! * k
    for (let j = 0; j < k; j++) into[j] = state.positions[p + j]! + state.places[c + j]!
  }
  let current = prior
  const late: Components[] = []
  for (let round = 0; round < scoringRounds; round++) {
    settle(state)
    const { measured, weights } = state.sums
    current = scoreVariances(people, measured, weights, domainOf, meanOf, current, prior)
    if (round >= scoringRounds / 2) late.push(current)
    withSums(state, sumWeights(people, structuredCovariance(domainOf, current), positions, true))
  }
  const average = (name: keyof Components) =>
    Math.exp(late.reduce((sum, each) => sum + Math.log(each[name]), 0) / late.length)
  return { general: average('general'), domain: average('domain'), own: average('own') }
}

const none: Components = { general: 0, domain: 0, own: 0 }

function averages() {
  const sums = { place: { ...none }, position: { ...none } }
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

function scaled({ general, domain, own }: Components, by: number): Components {
  return { general: general * by, domain: domain * by, own: own * by }
}

function sampleOf(places: number, random: Random): number[] {
  const all = Array.from({ length: places }, (_, c) => c)
  return shuffle(random, all)
    .slice(0, mostPlaces)
    .sort((a, b) => a - b)
}
