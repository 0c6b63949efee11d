import type { Components } from '../irt/prior'
import { structuredCovariance } from '../irt/prior'
import { normalDraw, type Random } from '../numeric/random'
import { cholesky, matrix, solveCholesky, times } from '../numeric/matrix'

/** How far means of groups are expected to lie apart: a variance of a tenth of the persons'. */
const betweenGroups = 0.1

/** Posterior means and standard deviations of one person, per competency. */
export type PersonAbility = { mean: Float64Array; sd: Float64Array }

/**
 * Abilities for matching the persons of several groups: one draw from each person's posterior (a plausible value,
 * Mislevy 1991, Psychometrika 56:177) under the mean of the person's own group. A posterior mean will not do: it is drawn
 * towards the mean of all, and at one and the same mean of many competencies persons of a stronger group have answered
 * the items of this one worse, which looks like differential functioning of every item.
 * With A the covariance of the EAPs, Σ that of the population and n persons in a group whose mean EAP lies d from the
 * mean of all, the group's own mean is taken to lie Σ (A + Σ / (0.1 n))⁻¹ d away, of which A Σ⁻¹ is in the EAPs already.
 * @param domainOf domain of each competency; one of them is enough
 * @param groups of each person; null: under the mean of all
 */
export function matchingAbilities(
  domainOf: readonly number[],
  components: Components,
  persons: readonly PersonAbility[],
  groups: readonly (string | null)[],
  random: Random,
): Float64Array[] {
  const n = domainOf.length
  const means = persons.map(({ mean }) => mean)
  const all = average(means, n)
  const spread = matrix(n, n)
  for (const mean of means)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        spread.data[i * n + j]! += ((mean[i]! - all[i]!) * (mean[j]! - all[j]!)) / means.length
  const population = structuredCovariance(domainOf, components)
  const left = matrix(n, n, (i, j) => population.data[i * n + j]! - spread.data[i * n + j]!)
  const corrections = new Map<string, Float64Array>()
  for (const name of new Set(groups.filter((group) => group !== null))) {
    const own = means.filter((_, i) => groups[i] === name)
    const away = average(own, n).map((value, k) => value - all[k]!)
    const weight = 1 / (betweenGroups * own.length)
    const l = cholesky(matrix(n, n, (i, j) => spread.data[i * n + j]! + weight * population.data[i * n + j]!))
    corrections.set(name, times(left, solveCholesky(l, away)))
  }
  return persons.map(({ mean, sd }, i) => {
    const correction = groups[i] == null ? undefined : corrections.get(groups[i])
    return mean.map((value, k) => value + (correction?.[k] ?? 0) + sd[k]! * normalDraw(random))
  })
}

function average(means: readonly Float64Array[], n: number): Float64Array {
  const sum = new Float64Array(n)
  for (const mean of means) for (let k = 0; k < n; k++) sum[k] = sum[k]! + mean[k]!
  return sum.map((value) => value / Math.max(1, means.length))
}
