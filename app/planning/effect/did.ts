import { mean } from '~/assessment/numeric/statistics'
import { studentQuantile } from '~/classes/gain'

/** The version of the method: a stored effect of another one is worked out again. */
export const effectMethod = 'did-1'
/** Nothing is said of fewer people on either side, nor of fewer communes, together and on either side. */
export const [leastSide, leastCommunes, leastCommunesOfSide] = [10, 5, 3]

/**
 * One person in one competency, measured before and after. `stratum`: what is compared with its like alone (position,
 * competency, target). `signal`: what share of a true change the second measurement shows, 0–1: 1 − sd²/prior variance where
 * abilities are posterior means, 1 where nothing shrinks. `weight`: how much the competency counts.
 */
export type Pair = {
  person: string
  commune: string
  stratum: string
  trained: boolean
  before: number
  after: number
  signal: number
  weight: number
}

export type Estimate = {
  /** Mean effect on those who were trained, its standard error and 90 % interval, in the unit of the measurements. */
  effect: number
  error: number
  low: number
  high: number
  /** People and communes compared; strata in which only one side stands are left out. */
  trained: number
  untrained: number
  communes: number
  /** Unadjusted, for the reader: means before of the trained and the others, and the mean change of each. */
  beforeTrained: number
  beforeUntrained: number
  changeTrained: number
  changeUntrained: number
  /** Sum of the weights of the trained pairs. */
  pairs: number
}

/**
 * Difference in differences, adjusted for where people began: within each stratum, after = α + signal·(β·before +
 * γ·began + Δ·trained) + e by least squares with an α for every stratum; `began` is the person's mean before over all
 * competencies, so that each is compared with its like and strata weigh
 * by what they tell (Angrist and Pischke 2009, Mostly Harmless Econometrics, 3.3). Posterior means before are used as they
 * are: given the answers they are the expected ability, so that who was sent for a low result is no source of regression to
 * the mean; those after shrink every change to `signal` of it (Mislevy, Beaton, Kaplan and Sheehan 1992, J. Educ. Meas.
 * 29:133), which the regressor undoes. People of a commune go together: the error is the cluster jackknife's
 * (CV3; Cameron and Miller 2015, J. Hum. Resour. 50:317; MacKinnon, Nielsen and Webb 2023, J. Econom. 232:272), the interval
 * Student's with one less than the number of communes. Measurement error is part of how people scatter, and so of the error.
 *
 * Null where fewer than ten people stand on a side, or too few communes, or nothing tells the sides apart.
 */
export function differenceInDifferences(pairs: readonly Pair[]): Estimate | null {
  const used = overlapping(pairs)
  const [trained, untrained] = [used.filter((pair) => pair.trained), used.filter((pair) => !pair.trained)]
  const count = (side: readonly Pair[], key: 'person' | 'commune') =>
    new Set(side.map((pair) => pair[key])).size
  const communes = count(used, 'commune')
  if (count(trained, 'person') < leastSide || count(untrained, 'person') < leastSide) return null
  if (communes < leastCommunes) return null
  if (Math.min(count(trained, 'commune'), count(untrained, 'commune')) < leastCommunesOfSide) return null
  const fit = jackknife(used)
  if (!fit) return null
  const half = studentQuantile(0.95, communes - 1) * fit.error
  const change = (side: readonly Pair[]) => mean(side.map(({ before, after }) => after - before))
  return {
    effect: fit.effect,
    error: fit.error,
    low: fit.effect - half,
    high: fit.effect + half,
    trained: count(trained, 'person'),
    untrained: count(untrained, 'person'),
    communes,
    beforeTrained: mean(trained.map(({ before }) => before)),
    beforeUntrained: mean(untrained.map(({ before }) => before)),
    changeTrained: change(trained),
    changeUntrained: change(untrained),
    pairs: trained.reduce((sum, { weight }) => sum + weight, 0),
  }
}

/** Pairs of the strata in which both sides stand. */
function overlapping(pairs: readonly Pair[]): Pair[] {
  const sides = new Map<string, number>()
  for (const { stratum, trained } of pairs) sides.set(stratum, (sides.get(stratum) ?? 0) | (trained ? 1 : 2))
  return pairs.filter(({ stratum }) => sides.get(stratum) === 3)
}

/**
 * Sums over people of one, of each variable, and of their products. The variables: where somebody began in the competency,
 * and in all of them together, which may be why somebody was sent; the treatment; the outcome.
 */
const [variables, treatment, outcome] = [4, 2, 3]
const size = 1 + variables + variables ** 2
const none = () => new Float64Array(size)
const product = (i: number, j: number) => 1 + variables + i * variables + j
const add = (to: Float64Array, each: Float64Array, sign: 1 | -1) => {
  for (let i = 0; i < size; i++) to[i]! += sign * each[i]!
}

function sumsOf(values: readonly number[]): Float64Array {
  const sums = none()
  sums[0] = 1
  values.forEach((a, i) => {
    sums[1 + i] = a
    values.forEach((b, j) => (sums[product(i, j)] = a * b))
  })
  return sums
}

function jackknife(pairs: readonly Pair[]): { effect: number; error: number } | null {
  const strata = new Map<string, Float64Array>()
  const parts = new Map<string, Map<string, Float64Array>>()
  // In an order of their own, so that the same people give the same figure to the last digit.
  const sorted = pairs
    .map((pair) => ({ pair, key: `${pair.person} ${pair.stratum}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ pair }) => pair)
  const began = beginnings(sorted)
  for (const { person, commune, stratum, trained, before, after, signal } of sorted) {
    const one = sumsOf([signal * before, signal * began.get(person)!, trained ? signal : 0, after])
    const own = parts.get(commune) ?? new Map<string, Float64Array>()
    parts.set(commune, own)
    for (const table of [strata, own]) {
      const sums = table.get(stratum) ?? none()
      table.set(stratum, sums)
      add(sums, one, 1)
    }
  }
  const whole = none()
  for (const sums of strata.values()) add(whole, within(sums), 1)
  const effect = coefficient(whole)
  if (effect === null) return null
  let squares = 0
  for (const own of parts.values()) {
    const left = Float64Array.from(whole)
    for (const [stratum, part] of own) {
      const all = strata.get(stratum)!
      const rest = Float64Array.from(all)
      add(rest, part, -1)
      add(left, within(all), -1)
      add(left, within(rest), 1)
    }
    const without = coefficient(left)
    if (without === null) return null
    squares += (without - effect) ** 2
  }
  return { effect, error: Math.sqrt(((parts.size - 1) / parts.size) * squares) }
}

/** Where each person began, over all competencies here. */
function beginnings(pairs: readonly Pair[]): Map<string, number> {
  const own = new Map<string, number[]>()
  for (const { person, before } of pairs) own.set(person, [...(own.get(person) ?? []), before])
  return new Map([...own].map(([person, values]) => [person, mean(values)]))
}

/** Products about the means of a stratum. */
function within(sums: Float64Array): Float64Array {
  const about = none()
  const n = sums[0]!
  if (n < 0.5) return about
  about[0] = n
  for (let i = 0; i < variables; i++)
    for (let j = 0; j < variables; j++)
      about[product(i, j)] = sums[product(i, j)]! - (sums[1 + i]! * sums[1 + j]!) / n
  return about
}

/**
 * The coefficient of the treatment beside the others, by elimination; a variable that the ones before it tell already drops
 * out. Null where the treatment itself does.
 */
function coefficient(sums: Float64Array): number | null {
  const left = Float64Array.from(sums)
  for (let pivot = 0; pivot < treatment; pivot++) {
    const own = left[product(pivot, pivot)]!
    if (!(own > 1e-9 * sums[product(pivot, pivot)]!)) continue
    for (let i = pivot + 1; i < variables; i++)
      for (let j = pivot + 1; j < variables; j++)
        left[product(i, j)]! -= (left[product(i, pivot)]! * left[product(pivot, j)]!) / own
  }
  const own = left[product(treatment, treatment)]!
  return own > 1e-9 * Math.max(1, sums[0]!) ? left[product(treatment, outcome)]! / own : null
}
