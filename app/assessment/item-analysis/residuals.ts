import { categories, categoryProbabilities } from '../irt/models'
import type { ItemParameters } from '../irt/parameters'
import { gaussHermite } from '../numeric/quadrature'

/**
 * A category given by a person of whom the normal posterior of the item's competency is known (logits); `counted` where
 * the answer is part of that posterior, as of every item but a pilot.
 */
export type Placed = { category: number; mean: number; sd: number; counted: boolean }
export type Residuals = {
  answers: number
  /** Mean share of the highest category: as given, and as the model predicts from the other answers; 0–1. */
  observed: number | null
  expected: number | null
  /** (Σ given − Σ predicted) / its standard deviation; null without spread. */
  z: number | null
  /** Mean squares; 1 where the model holds. */
  infit: number | null
  outfit: number | null
}

const points = gaussHermite(15)

/**
 * Answers to one item against its model. Infit and outfit mean squares (Wright and Masters 1982, Rating Scale Analysis,
 * ch. 5) with residual and variance averaged over each person's posterior, the answer included, instead of taken at a
 * point: both are 1 on average under the model, however uncertain the persons are. Observed against predicted: the
 * answer itself is taken out of the posterior (its likelihood divided out), so that it does not predict itself; z has
 * the variance of the prediction, that of the answer and of the person together.
 */
export function residuals(parameters: ItemParameters, answers: readonly Placed[]): Residuals {
  const most = categories(parameters) - 1
  const sum = { given: 0, predicted: 0, spread: 0, squares: 0, variances: 0, standardised: 0 }
  for (const { category, mean, sd, counted } of answers) {
    const tables = Array.from(points.nodes, (node) => categoryProbabilities(parameters, mean + sd * node))
    const own = tables.map((probabilities) => Math.max(probabilities[category]!, 1e-12))
    const weights = Array.from(points.weights)
    const knowing = counted ? weights : normalised(weights.map((weight, i) => weight * own[i]!))
    const before = counted ? normalised(weights.map((weight, i) => weight / own[i]!)) : weights
    let [predicted, predictedSquare, variance, square] = [0, 0, 0, 0]
    tables.forEach((probabilities, i) => {
      const first = probabilities.reduce((total, p, k) => total + p * k, 0)
      const second = probabilities.reduce((total, p, k) => total + p * k * k, 0)
      predicted += before[i]! * first
      predictedSquare += before[i]! * second
      variance += knowing[i]! * (second - first * first)
      square += knowing[i]! * (category - first) ** 2
    })
    sum.given += category
    sum.predicted += predicted
    sum.spread += predictedSquare - predicted * predicted
    sum.squares += square
    sum.variances += variance
    sum.standardised += square / Math.max(variance, 1e-9)
  }
  const n = answers.length
  if (n === 0) return { answers: 0, observed: null, expected: null, z: null, infit: null, outfit: null }
  return {
    answers: n,
    observed: sum.given / n / most,
    expected: sum.predicted / n / most,
    z: sum.spread > 1e-9 ? (sum.given - sum.predicted) / Math.sqrt(sum.spread) : null,
    infit: sum.variances > 1e-9 ? sum.squares / sum.variances : null,
    outfit: sum.standardised / n,
  }
}

function normalised(weights: number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
