import { seeded } from '~/assessment/numeric/random'
import { kMeans, type Rows } from './k-means'
import { predictionStrength } from './prediction-strength'
import { segmentName, type SegmentName } from './segment-name'

/** A person's expected distance to target in each domain (mean over the needed competencies), null where none is needed. */
export type SegmentInput = readonly (readonly (number | null)[])[]

export type Segment = {
  index: number
  n: number
  /** Mean over its people of their mean distance, in logits; negative is below target. */ meanDistance: number
  domains: { domain: number; distance: number | null; n: number }[]
  name: SegmentName
}

/** Why so many segments: for every number tried, how well it is found again, its smallest group, and what spoke against it. */
export type Criterion = {
  method: 'prediction-strength'
  least: number
  smallest: number
  tried: { k: number; strength: number; smallest: number; refused: 'weak' | 'small' | 'alike' | null }[]
}

export type Segments = {
  segments: Segment[]
  /** Segment of each person, −1 for one who needs no domain. */ of: Int32Array
  criterion: Criterion
}

const most = 6
const restarts = 40
const leastStrength = 0.8
const leastPeople = 10
const leastShare = 0.05

/**
 * Groups of people with like gaps: the largest number of groups from 2 to 6 that is found again in halves of the people
 * (prediction strength of at least 0.8), whose smallest has at least 10 people and 5 %, and whose names in words all
 * differ; else one group. Groups of a continuum are slices of it, not kinds of people. Largest gap first; the same input
 * and seed give the same groups.
 */
export function segmentPeople(input: SegmentInput, seed: string): Segments {
  const domains = Math.max(0, ...input.map((person) => person.length))
  const places = input.flatMap((person, i) => (person.some(isThere) ? [i] : []))
  const rows: Rows = {
    n: places.length,
    domains,
    data: Float64Array.from(
      places.flatMap((i) =>
        Array.from({ length: domains }, (_, d) => {
          const value = input[i]![d]
          return isThere(value) ? value : NaN
        }),
      ),
    ),
  }
  const smallest = Math.max(leastPeople, Math.ceil(leastShare * rows.n))
  const random = seeded(`segments:${seed}`)
  const tried: Criterion['tried'] = []
  let found: { segments: Segment[]; of: Int32Array } = {
    segments: describe(rows, 1, new Int32Array(rows.n)),
    of: new Int32Array(rows.n),
  }
  for (let k = 2; k <= most && rows.n >= k * smallest; k += 1) {
    const strength = predictionStrength(rows, k)
    const made = ordered(rows, k, kMeans(rows, k, random, restarts).of)
    const least = Math.min(...made.segments.map(({ n }) => n))
    const names = new Set(made.segments.map(({ name }) => `${name.key}:${name.domains.join(',')}`))
    const refused =
      strength < leastStrength ? 'weak' : least < smallest ? 'small' : names.size < k ? 'alike' : null
    tried.push({ k, strength, smallest: least, refused })
    if (refused === null) found = made
  }
  const of = new Int32Array(input.length).fill(-1)
  places.forEach((i, at) => (of[i] = found.of[at]!))
  return {
    segments: rows.n > 0 ? found.segments : [],
    of,
    criterion: { method: 'prediction-strength', least: leastStrength, smallest, tried },
  }
}

function isThere(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** The groups numbered from the largest gap to the smallest. */
function ordered(rows: Rows, k: number, of: Int32Array): { segments: Segment[]; of: Int32Array } {
  const before = describe(rows, k, of)
  const order = before
    .map((_, c) => c)
    .sort((a, b) => before[a]!.meanDistance - before[b]!.meanDistance || a - b)
  const moved = of.map((c) => order.indexOf(c))
  return { segments: describe(rows, k, moved), of: moved }
}

function describe(rows: Rows, k: number, of: Int32Array): Segment[] {
  const whole = profile(rows, () => true)
  return Array.from({ length: k }, (_, index) => {
    const own = profile(rows, (i) => of[i] === index)
    const distances = own.domains.map(({ distance }) => distance)
    const name =
      k === 1
        ? { key: 'name.everybody', domains: [] }
        : segmentName(own.meanDistance, distances, {
            meanDistance: whole.meanDistance,
            domains: whole.domains.map(({ distance }) => distance),
          })
    return { index, ...own, name }
  })
}

function profile({ n, domains, data }: Rows, isIn: (row: number) => boolean) {
  const sums = new Float64Array(domains)
  const counts = new Int32Array(domains)
  let people = 0
  let total = 0
  for (let i = 0; i < n; i += 1) {
    if (!isIn(i)) continue
    let [sum, count] = [0, 0]
    for (let d = 0; d < domains; d += 1) {
      const value = data[i * domains + d]!
      if (Number.isNaN(value)) continue
      sums[d]! += value
      counts[d]! += 1
      sum += value
      count += 1
    }
    people += 1
    total += sum / count
  }
  return {
    n: people,
    meanDistance: people > 0 ? total / people : 0,
    domains: Array.from(sums, (sum, domain) => ({
      domain,
      n: counts[domain]!,
      distance: counts[domain]! > 0 ? sum / counts[domain]! : null,
    })),
  }
}
