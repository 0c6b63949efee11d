import { normalGrid, type Quadrature } from '../numeric/quadrature'
import type { ItemParameters } from '../irt/parameters'
import { emSteps } from './em'
import { derivatives, parametersOf, type Block } from './item-block'
import { layOut, positions, toBlocks, toVector, type Layout, type Slopes } from './layout'
import { eStep } from './marginal'
import { maximise, type Objective } from './optimise'
import { codeResponses, type Coded, type ResponseRow } from './patterns'
import { bounds, penalty, type MmlPrior } from './penalty'
import { standardErrors, type ItemErrors } from './standard-errors'

export const mmlModels = ['rasch', 'common-a', '2pl', 'grm', 'gpcm'] as const
export type MmlModel = (typeof mmlModels)[number]
export type MmlOptions = { model: MmlModel; prior: MmlPrior; quadrature?: Quadrature; iterations?: number }

/**
 * - constant: everybody who answered gave one answer; unanswered: nobody answered. Without a prior neither can be placed.
 * - slope-at-bound: the slope ran away (the item splits the persons perfectly) and was held at 10.
 * - difficulty-far: a difficulty lies beyond ±20 because the item hardly discriminates, or was held.
 * - negative-slope: the item goes against the others.
 * - recoded: the answers seen are not 0, 1, …, m; `values` tells which category each became.
 * - no-standard-error: the information at the estimate is singular or does not reach this item.
 */
export type ItemNote =
  | 'constant'
  | 'unanswered'
  | 'slope-at-bound'
  | 'difficulty-far'
  | 'negative-slope'
  | 'recoded'
  | 'no-standard-error'

export type MmlItem = {
  /** null where the answers cannot place the item. */
  parameters: ItemParameters | null
  errors: ItemErrors | null
  /** values[k] is the answer that stands for category k. */
  values: number[]
  answered: number
  notes: ItemNote[]
}

export type MmlResult = {
  items: MmlItem[]
  blocks: (Block | null)[]
  coded: Coded
  quadrature: Quadrature
  logLikelihood: number
  /** Number of free parameters. */
  free: number
  aic: number
  bic: number
  iterations: number
  converged: boolean
  /** Observed information (second derivatives of the marginal log-likelihood) or cross-product of the scores. */
  information: 'observed' | 'cross-product'
}

/**
 * Marginal maximum likelihood for one dimension, θ ~ N(0, 1): EM (Bock and Aitkin 1981, Psychometrika 46:443), finished
 * by a quasi-Newton method on the marginal likelihood, whose gradient EM gives for nothing (Fisher's identity). Missing
 * answers are left out, as missing at random. rasch has a = 1, common-a one free slope; items with more than two
 * categories follow the generalised partial credit model, or the graded model under `grm`.
 * @param rows answers per person, integers, null = missing
 * @param items number of items; every row has as many cells
 * @returns log-likelihood over the persons without the prior's part; bic counts persons with an answer
 */
export function calibrate(rows: readonly ResponseRow[], items: number, options: MmlOptions): MmlResult {
  const { model, prior } = options
  const coded = codeResponses(rows, items, prior === 'weak')
  const quadrature = options.quadrature ?? normalGrid(items <= 20 ? 81 : items <= 120 ? 121 : 201)
  const start = coded.values.map((values, j) => (values.length < 2 ? null : startBlock(coded, j, model)))
  const slopes: Slopes = model === 'rasch' ? 'fixed' : model === 'common-a' ? 'common' : 'own'
  const layout = layOut(start, slopes)
  const share = slopes === 'own' ? 1 : slopes === 'fixed' ? 0 : 1 / Math.max(1, start.filter(Boolean).length)
  const em = emSteps(start, layout, coded.patterns, quadrature, prior, share)
  const objective = marginalObjective(em.blocks, layout, coded, quadrature, prior, share)
  const best = maximise(objective, toVector(em.blocks, layout), em.curvature, {
    iterations: options.iterations ?? 1000,
  })
  const blocks = toBlocks(best.x, em.blocks, layout)
  const { logLikelihood } = eStep(blocks, coded.patterns, quadrature)
  const errors = standardErrors(blocks, layout, coded.patterns, quadrature, prior, share)
  const persons = rows.filter((row) => row.some((value) => value != null)).length
  return {
    items: coded.values.map((values, j) => describe(rows, j, values, blocks[j]!, errors.items[j]!)),
    blocks,
    coded,
    quadrature,
    logLikelihood,
    free: layout.size,
    aic: 2 * layout.size - 2 * logLikelihood,
    bic: Math.log(Math.max(1, persons)) * layout.size - 2 * logLikelihood,
    iterations: em.iterations + best.iterations,
    converged: best.converged,
    information: errors.kind,
  }
}

/** Slope 1 and intercepts from the shares of the categories. */
function startBlock({ values, patterns }: Coded, j: number, model: MmlModel): Block {
  const counts = values[j]!.map(() => 0.5)
  for (const { categories, count } of patterns) {
    const k = categories[j]!
    if (k >= 0) counts[k] = counts[k]! + count
  }
  const family = counts.length === 2 ? '2pl' : model === 'grm' ? 'grm' : 'gpcm'
  const sum = (from: number, to: number) => counts.slice(from, to).reduce((total, n) => total + n, 0)
  const intercepts = counts
    .slice(1)
    .map((n, k) =>
      family === 'gpcm' ? Math.log(n / counts[k]!) : Math.log(sum(k + 1, counts.length) / sum(0, k + 1)),
    )
  return { family, slope: 1, intercepts, c: 0 }
}

function marginalObjective(
  like: readonly (Block | null)[],
  layout: Layout,
  { patterns }: Coded,
  quadrature: Quadrature,
  prior: MmlPrior,
  share: number,
): Objective {
  return (x) => {
    const blocks = toBlocks(x, like, layout)
    const gradient = new Float64Array(layout.size)
    const disordered = blocks.some(
      (block) =>
        block?.family === 'grm' && block.intercepts.some((d, k) => k > 0 && d >= block.intercepts[k - 1]!),
    )
    if (disordered) return { value: -Infinity, gradient }
    const { logLikelihood, counts } = eStep(blocks, patterns, quadrature)
    let value = logLikelihood
    blocks.forEach((block, j) => {
      if (!block) return
      const own = derivatives(block, quadrature.nodes, counts[j]!).gradient
      const more = penalty(block, prior, share)
      value += more.value
      positions(layout.items[j]!).forEach((at, i) => {
        if (at !== null) gradient[at] = gradient[at]! + own[i]! + more.gradient[i]!
      })
    })
    return { value, gradient }
  }
}

function describe(
  rows: readonly ResponseRow[],
  j: number,
  values: number[],
  block: Block | null,
  errors: ItemErrors | null,
): MmlItem {
  const seen = new Set(rows.map((row) => row[j] ?? null))
  const answered = rows.filter((row) => row[j] != null).length
  seen.delete(null)
  const notes: ItemNote[] = []
  if (answered === 0) notes.push('unanswered')
  else if (seen.size === 1) notes.push('constant')
  else if (values.some((value, k) => value !== k)) notes.push('recoded')
  if (!block || block.slope === 0) return { parameters: null, errors: null, values, answered, notes }
  const parameters = parametersOf(block)
  const difficulties = parameters.model === '2pl' ? [parameters.b] : parameters.b
  if (Math.abs(block.slope) >= bounds.slope) notes.push('slope-at-bound')
  if (difficulties.some((b) => Math.abs(b) > 20)) notes.push('difficulty-far')
  if (block.slope < 0) notes.push('negative-slope')
  if (!errors) notes.push('no-standard-error')
  return { parameters, errors, values, answered, notes }
}
