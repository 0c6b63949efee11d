import type { Site } from '../irt/posterior'
import { blockOf, type Block } from './item-block'
import { changeBlock, changePopulation, changeSite, towardsItems, towardsStandard } from './anchor'
import type { BankCalibration, BankInput, BankOptions } from './bank'
import { countAnswers, groupAnswers } from './bank-answers'
import { difficulties, scoreItem, shrinkage, type ItemPrior } from './bank-item'
import { bankNodes, expectations, startSites } from './bank-expectations'
import { bankReport } from './bank-report'
import { freeToMove, stepPopulation, startPopulation, type Population } from './population'

/** Moves of parameters below this end the iterations. */
const settled = 2e-3

/**
 * Calibration of the bank on the answers of persons who each met few items of many competencies, each item loading on
 * one: EM for many dimensions (Bock, Gibbons and Muraki 1988, Appl. Psychol. Meas. 12:261), the E-step by expectation
 * propagation in place of quadrature over all of them (Minka 2001), items shrunk towards their parameters in force
 * (Mislevy 1986). Lower asymptotes stay. With shrinkage the scale is anchored in the items, else in
 * the population (means 0, total variance 1). The population is estimated again where `enough` data are there. The same
 * input gives the same numbers: nothing is drawn.
 * @throws RangeError for an unknown item, competency or category
 */
export function calibrateBank(
  input: BankInput,
  options: BankOptions,
  onProgress: (progress: { iteration: number; of: number; change: number }) => void = () => {},
): BankCalibration {
  const { domainOf, items } = input
  const of = options.iterations ?? 100
  const dimensions = items.map(({ dimension }) => dimension)
  const index = new Map(items.map(({ id }, j) => [id, j]))
  const inForce = items.map(({ parameters }) => blockOf(parameters))
  const people = input.persons.map((answers) => groupAnswers(answers, input, index))
  const seen = countAnswers(people, items.length)
  const answeredOf = domainOf.map(
    (_, k) => items.filter(({ dimension }, j) => dimension === k && seen[j]!.answered > 0).length,
  )
  const free = freeToMove(people, answeredOf)
  const placed = seen.map(({ answered, constant }) => answered > 0 && (options.shrinkage || !constant))
  const priors = inForce.map((center): ItemPrior | null =>
    options.shrinkage ? { center, ...shrinkage } : null,
  )
  const { mean, components } = input.population
  const anchor = { mean, components: options.shrinkage ? components : null }
  let blocks = inForce
  let population = startPopulation(input.population, options.shrinkage)
  let sites = people.map((answers) => startSites(domainOf, population, answers, items))
  let iterations = 0
  let change = Infinity
  while (iterations < of && change > settled) {
    const e = expectations(domainOf, population, sites, people, blocks)
    const scored = blocks.map((block, j) =>
      placed[j] ? scoreItem(block, bankNodes, e.counts[j]!, priors[j]!) : block,
    )
    const moved = stepPopulation(domainOf, population, anchor, e, free)
    const by = options.shrinkage
      ? towardsItems(scored, inForce, dimensions, placed, free)
      : towardsStandard(moved, free)
    const next = scored.map((block, j) =>
      placed[j] || !options.shrinkage ? changeBlock(block, dimensions[j]!, by) : block,
    )
    const after = changePopulation(moved, by)
    const told = e.sites.map((list) => list.map((site) => changeSite(site, by)))
    change = Math.max(
      largestMove(blocks, next),
      populationMove(population, after),
      sitesMove(sites, told) / 10,
    )
    sites = told
    blocks = next
    population = after
    onProgress({ iteration: ++iterations, of, change })
  }
  return bankReport(
    input,
    { blocks, population, sites, people, priors, seen, free },
    { iterations, converged: change <= settled },
  )
}

function largestMove(before: readonly Block[], after: readonly Block[]): number {
  return before.reduce((most, block, j) => {
    const b = difficulties(block)
    const moves = difficulties(after[j]!).map((value, k) => Math.abs(value - b[k]!))
    return Math.max(most, Math.abs(Math.log(after[j]!.slope / block.slope)), ...moves)
  }, 0)
}

/** Mean over the persons of the largest move of a site. */
function sitesMove(before: readonly (readonly Site[])[], after: readonly (readonly Site[])[]): number {
  const moves = before.map((list, i) =>
    list.reduce((most, site, k) => {
      const to = after[i]![k]!
      return Math.max(most, Math.abs(to.precision - site.precision), Math.abs(to.shift - site.shift))
    }, 0),
  )
  return moves.reduce((sum, move) => sum + move, 0) / Math.max(1, moves.length)
}

function populationMove(before: Population, after: Population): number {
  const spread = (p: Population) => [p.components.general, p.components.domain, p.components.own]
  const variances = spread(after).map((value, i) => Math.abs(value - spread(before)[i]!))
  return Math.max(...variances, ...after.mean.map((value, k) => Math.abs(value - before.mean[k]!)))
}
