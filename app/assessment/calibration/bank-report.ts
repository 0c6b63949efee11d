import { fromSites, type Site } from '../irt/posterior'
import type { Prior } from '../irt/prior'
import type { BankCalibration, BankInput, BankNote, CalibratedItem } from './bank'
import type { Answered, Seen } from './bank-answers'
import { bankNodes } from './bank-expectations'
import { atBound, itemErrors, type ItemPrior } from './bank-item'
import { siteLog, stepPerson } from './bank-person'
import { meanSquares } from './fit'
import { blockCategories, logTable, parametersOf, scoreTable, type Block } from './item-block'
import { priorOf, type Free, type Population } from './population'

/** Items with fewer answers than this are said to have few. */
const fewAnswers = 30

export type BankState = {
  blocks: readonly Block[]
  population: Population
  sites: readonly (readonly Site[])[]
  people: readonly (readonly Answered[])[]
  priors: readonly (ItemPrior | null)[]
  seen: readonly Seen[]
  free: Free
}

/** A last pass at the estimates: abilities, log-likelihood, fit and standard errors. */
export function bankReport(
  { domainOf, items }: BankInput,
  { blocks, population, sites, people, priors, seen, free }: BankState,
  how: { iterations: number; converged: boolean },
): BankCalibration {
  const size = bankNodes.length
  const prior = priorOf(domainOf, population)
  const tables = blocks.map((block) => logTable(block, bankNodes))
  const scores = blocks.map((block) =>
    Array.from({ length: blockCategories(block) }, (_, k) => scoreTable(block, bankNodes, k)),
  )
  const counts = blocks.map((block) => new Float64Array(blockCategories(block) * size))
  const crossProducts = blocks.map((block) => new Float64Array(blockCategories(block) ** 2))
  let logLikelihood = 0
  const abilities = people.map((answers, i) => {
    const step = stepPerson(
      prior,
      sites[i]!,
      answers,
      bankNodes,
      tables,
      0,
      ({ items: own, categories }, tilted) =>
        own.forEach((j, k) => {
          const category = categories[k]!
          const row = category * size
          for (let q = 0; q < size; q++) counts[j]![row + q] = counts[j]![row + q]! + tilted[q]!
          addSquare(crossProducts[j]!, scores[j]![category]!, tilted)
        }),
    )
    logLikelihood += step.logs + sitesLog(prior, sites[i]!)
    const { mean, covariance } = step.posterior
    return { mean, sd: mean.map((_, k) => Math.sqrt(covariance.data[k * (mean.length + 1)]!)) }
  })
  return {
    items: items.map(({ id, dimension, parameters }, j): CalibratedItem => {
      const { answered, sum, constant } = seen[j]!
      const block = blocks[j]!
      const standard = answered === 0 ? null : itemErrors(block, crossProducts[j]!, priors[j]!)
      const notes: BankNote[] = []
      if (answered === 0) notes.push('unanswered')
      else if (constant) notes.push('constant')
      if (answered > 0 && answered < fewAnswers) notes.push('few-answers')
      if (atBound(block)) notes.push('at-bound')
      if (answered > 0 && !standard) notes.push('no-standard-error')
      return {
        id,
        dimension,
        parameters: parametersOf(block),
        before: parameters,
        errors: standard,
        answered,
        facility: answered === 0 ? null : sum / answered / block.intercepts.length,
        ...meanSquares(block, bankNodes, counts[j]!),
        notes,
      }
    }),
    population: {
      mean: [...population.mean],
      components: population.components,
      estimated: { means: [...free.shift], components: free.scale },
    },
    abilities,
    logLikelihood,
    ...how,
    persons: people.length,
    answers: seen.reduce((sum, { answered }) => sum + answered, 0),
  }
}

/** Adds s s′, s the mean score of one answer over the tilted distribution. */
function addSquare(into: Float64Array, scores: Float64Array, tilted: Float64Array): void {
  const size = Math.sqrt(into.length)
  const mean = new Float64Array(size)
  for (let q = 0; q < tilted.length; q++) {
    if (tilted[q] === 0) continue
    for (let i = 0; i < size; i++) mean[i] = mean[i]! + tilted[q]! * scores[q * size + i]!
  }
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) into[i * size + k] = into[i * size + k]! + mean[i]! * mean[k]!
}

/** log ∫ prior · ∏ sites, by taking them in one after another. */
function sitesLog(prior: Prior, sites: readonly Site[]): number {
  const n = prior.mean.length
  let here = prior
  let log = 0
  for (const site of sites) {
    const { dimension } = site
    log += siteLog(site, here.mean[dimension]!, here.covariance.data[dimension * (n + 1)]!)
    here = fromSites(here, [site])
  }
  return log
}
