import { cholesky, matrix, solveCholesky, type Matrix } from '../numeric/matrix'
import type { Answered } from './bank-answers'
import { stepComponents, type ComponentScores } from './component-scores'
import { structuredCovariance, type Components, type Prior } from '../irt/prior'

/** The persons' distribution: N(mean, structuredCovariance(domainOf, components)). */
export type Population = { mean: Float64Array; components: Components }

/**
 * When the population is estimated again, and not taken as it is: the variances from 300 persons with 10 answers or more,
 * the mean of a competency from 100 persons who answered it and 3 items.
 */
export const enough = { persons: 300, answers: 10, perCompetency: 100, items: 3 }

export function priorOf(domainOf: readonly number[], { mean, components }: Population): Prior {
  return { mean, covariance: structuredCovariance(domainOf, components) }
}

/**
 * Means of all competencies from those that were estimated again (`known`): the others follow them as the covariance says,
 * from the means in force: m0 + Σ(other, known) Σ(known, known)⁻¹ (m − m0).
 */
export function spreadMeans(
  estimated: Float64Array,
  known: readonly boolean[],
  inForce: Float64Array,
  { data, rows }: Matrix,
): Float64Array {
  const at = known.flatMap((is, k) => (is ? [k] : []))
  if (at.length === 0) return Float64Array.from(inForce)
  const l = cholesky(matrix(at.length, at.length, (i, j) => data[at[i]! * rows + at[j]!]!))
  const weights = solveCholesky(
    l,
    Float64Array.from(at, (k) => estimated[k]! - inForce[k]!),
  )
  return inForce.map((mean, k) =>
    known[k]
      ? estimated[k]!
      : mean + at.reduce((sum, other, i) => sum + data[k * rows + other]! * weights[i]!, 0),
  )
}

/** Where the iterations begin: the population in force, standardised where the items do not hold the scale. */
export function startPopulation(
  { mean, components }: { mean: readonly number[]; components: Components },
  anchored: boolean,
): Population {
  if (anchored) return { mean: Float64Array.from(mean), components }
  const { general, domain, own } = components
  const total = general + domain + own
  return {
    mean: new Float64Array(mean.length),
    components: { general: general / total, domain: domain / total, own: own / total },
  }
}

/** Which parts of the population are estimated again. */
export type Free = { scale: boolean; shift: readonly boolean[] }

/** By the rule of `enough`. */
export function freeToMove(people: readonly (readonly Answered[])[], itemsOf: readonly number[]): Free {
  const full = people.filter(
    (answers) => answers.reduce((n, { items }) => n + items.length, 0) >= enough.answers,
  )
  const persons = new Int32Array(itemsOf.length)
  for (const answers of people)
    for (const { dimension } of answers) persons[dimension] = persons[dimension]! + 1
  return {
    scale: full.length >= enough.persons,
    shift: itemsOf.map((count, k) => count >= enough.items && persons[k]! >= enough.perCompetency),
  }
}

/** The population after one step: means by EM, variances by Newton's method. */
export function stepPopulation(
  domainOf: readonly number[],
  before: Population,
  inForce: { mean: readonly number[]; components: Components | null },
  { mean, scores }: { mean: Float64Array; scores: ComponentScores },
  free: Free,
): Population {
  const covariance = structuredCovariance(domainOf, before.components)
  return {
    mean: free.shift.includes(true)
      ? spreadMeans(mean, free.shift, Float64Array.from(inForce.mean), covariance)
      : before.mean,
    components: free.scale
      ? stepComponents(scores, before.components, inForce.components)
      : before.components,
  }
}
