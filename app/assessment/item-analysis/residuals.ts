import { categories, categoryProbabilities } from '../irt/models'
import type { ItemParameters } from '../irt/parameters'

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

const step = 0.2
const edge = 9
/** Abilities are taken to be at least as uncertain as the grid can tell. */
const leastSd = 0.15
const reach = 5

/**
 * Answers to one item against its model. Infit and outfit mean squares (Wright and Masters 1982, Rating Scale Analysis,
 * ch. 5) with residual and variance averaged over each person's posterior, the answer included, instead of taken at a
 * point: both are 1 on average under the model, however uncertain the persons are. Observed against predicted: the
 * answer itself is taken out of the posterior (its likelihood divided out), so that it does not predict itself; z has
 * the variance of the prediction, that of the answer and of the person together. Posteriors are met on a grid of
 * abilities, equally spaced by 0.2 logits.
 */
export function residuals(parameters: ItemParameters, answers: readonly Placed[]): Residuals {
  const most = categories(parameters) - 1
  const table = tableOf(parameters)
  const sum = { given: 0, predicted: 0, spread: 0, squares: 0, variances: 0, standardised: 0 }
  for (const answer of answers) {
    const { first, second, square, variance } = momentsOf(table, answer)
    sum.given += answer.category
    sum.predicted += first
    sum.spread += second - first * first
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

/** At each ability of the grid: the probabilities of the categories, and the first two moments of the category. */
type Table = { shares: number[][]; first: Float64Array; second: Float64Array }

const nodes = Float64Array.from({ length: Math.round((2 * edge) / step) + 1 }, (_, i) => i * step - edge)

function tableOf(parameters: ItemParameters): Table {
  const shares = Array.from(nodes, (node) => categoryProbabilities(parameters, node))
  const moment = (power: number) =>
    Float64Array.from(shares, (each) => each.reduce((total, p, k) => total + p * k ** power, 0))
  return { shares, first: moment(1), second: moment(2) }
}

/** Moments of the category before the answer was known; mean squared residual and variance once it is. */
function momentsOf({ shares, first, second }: Table, { category, mean, sd, counted }: Placed) {
  const width = Math.max(sd, leastSd)
  const from = Math.max(0, Math.floor((mean - reach * width + edge) / step))
  const to = Math.min(nodes.length - 1, Math.ceil((mean + reach * width + edge) / step))
  let [before, predicted, predictedSquare, knowing, variance, square] = [0, 0, 0, 0, 0, 0]
  for (let i = from; i <= to; i++) {
    const away = (nodes[i]! - mean) / width
    const density = Math.exp(-0.5 * away * away)
    const own = Math.max(shares[i]![category]!, 1e-12)
    const without = counted ? density / own : density
    const including = counted ? density : density * own
    before += without
    predicted += without * first[i]!
    predictedSquare += without * second[i]!
    knowing += including
    variance += including * (second[i]! - first[i]! * first[i]!)
    square += including * (category - first[i]!) ** 2
  }
  return {
    first: predicted / before,
    second: predictedSquare / before,
    variance: variance / knowing,
    square: square / knowing,
  }
}
