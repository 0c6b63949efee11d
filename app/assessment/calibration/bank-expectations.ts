import { posterior, type Site } from '../irt/posterior'
import type { BankItem } from './bank'
import type { Answered } from './bank-answers'
import { stepPerson } from './bank-person'
import { componentScores, type ComponentScores } from './component-scores'
import { blockCategories, logTable, type Block } from './item-block'
import { priorOf, type Population } from './population'

/** Abilities at which the likelihood of each competency is met, in logits. */
export const bankNodes = Float64Array.from({ length: 121 }, (_, i) => -9 + 0.15 * i)

/** Part of the way a site moves in one step: full steps can go back and forth where competencies hang together closely. */
const share = 0.7

export type Expectations = {
  /** Per item the expected answers by category and node. */
  counts: Float64Array[]
  /** Mean over the persons of the posterior mean. */
  mean: Float64Array
  scores: ComponentScores
  sites: Site[][]
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
  const collect = componentScores(domainOf, population.components, population.mean)
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
    collect.add(step.posterior)
    for (let k = 0; k < n; k++) first[k] = first[k]! + step.posterior.mean[k]!
    return step.sites
  })
  const persons = Math.max(1, people.length)
  const mean = first.map((sum) => sum / persons)
  return { counts, mean, scores: collect.scores, sites: next }
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
