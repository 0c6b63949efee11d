import { posterior, type Site } from '../irt/posterior'
import { matrix, type Matrix } from '../numeric/matrix'
import type { BankItem } from './bank'
import type { Answered } from './bank-answers'
import { stepPerson } from './bank-person'
import { blockCategories, logTable, type Block } from './item-block'
import { priorOf, type Population } from './population'

/** Abilities at which the likelihood of each competency is met, in logits. */
export const bankNodes = Float64Array.from({ length: 121 }, (_, i) => -9 + 0.15 * i)

/** Part of the way a site moves in one step: full steps can go back and forth where competencies hang together closely. */
const share = 0.7

export type Expectations = {
  /** Per item the expected answers by category and node. */
  counts: Float64Array[]
  /** Sums over the persons of the posterior mean and of its second moments. */
  first: Float64Array
  second: Matrix
  sites: Site[][]
  /** Mean over the persons of the largest move of a site. */
  moved: number
}

/** The E-step over all persons, which carries each person's propagation one step further. */
export function expectations(
  domainOf: readonly number[],
  population: Population,
  sites: readonly (readonly Site[])[],
  people: readonly (readonly Answered[])[],
  blocks: readonly Block[],
): Expectations {
  const n = domainOf.length
  const size = bankNodes.length
  const prior = priorOf(domainOf, population)
  const tables = blocks.map((block) => logTable(block, bankNodes))
  const counts = blocks.map((block) => new Float64Array(blockCategories(block) * size))
  const first = new Float64Array(n)
  const second = matrix(n, n)
  let moved = 0
  const next = people.map((answers, i) => {
    const step = stepPerson(
      prior,
      sites[i]!,
      answers,
      bankNodes,
      tables,
      share,
      ({ items, categories }, tilted) =>
        items.forEach((j, k) => {
          const sums = counts[j]!
          const row = categories[k]! * size
          for (let q = 0; q < size; q++) sums[row + q] = sums[row + q]! + tilted[q]!
        }),
    )
    const { mean, covariance } = step.posterior
    for (let a = 0; a < n; a++) {
      first[a] = first[a]! + mean[a]!
      for (let b = 0; b < n; b++)
        second.data[a * n + b] = second.data[a * n + b]! + covariance.data[a * n + b]! + mean[a]! * mean[b]!
    }
    moved += step.moved
    return step.sites
  })
  return { counts, first, second, sites: next, moved: moved / Math.max(1, people.length) }
}

/** The sites of a person under the parameters in force, by full propagation. */
export function startSites(
  domainOf: readonly number[],
  population: Population,
  answers: readonly Answered[],
  items: readonly BankItem[],
): Site[] {
  const observations = answers.flatMap(({ dimension, items: own, categories }) =>
    own.map((j, i) => ({ dimension, parameters: items[j]!.parameters, category: categories[i]! })),
  )
  return posterior(priorOf(domainOf, population), observations).sites
}
