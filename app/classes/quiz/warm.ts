import type { Ability } from '~/assessment/irt/ability'
import { information, logProbability } from '~/assessment/irt/models'
import type { ItemParameters } from '~/assessment/irt/parameters'

export type Answered = { parameters: ItemParameters; category: number }

const reach = 6
const step = 0.25

/**
 * Weighted likelihood estimate of an ability in one dimension: the θ in −6…6 with the largest log L(θ) + ½ log I(θ), and
 * 1/√I(θ) there as its standard error, in logits. Warm 1989, Psychometrika 54:427, eq. 17; for items with a lower
 * asymptote it is the mode under Jeffreys' prior, which is close (Magis and Raîche 2012, J. Educ. Behav. Stat. 37:129).
 * Unlike a posterior mean it is not drawn towards a prior, so differences of two of them are not made smaller; and it is
 * finite when everything or nothing is right. Throws RangeError without answers.
 */
export function warm(answers: readonly Answered[]): Ability {
  if (answers.length === 0) throw new RangeError('an ability needs answers')
  const height = (theta: number) =>
    answers.reduce((sum, { parameters, category }) => sum + logProbability(parameters, category, theta), 0) +
    0.5 * Math.log(total(answers, theta))
  let best = -reach
  let most = height(best)
  for (let i = 1; i <= (2 * reach) / step; i += 1) {
    const here = height(-reach + i * step)
    if (here > most) [best, most] = [-reach + i * step, here]
  }
  const mean = Math.min(reach, Math.max(-reach, highestNear(height, best)))
  return { mean, sd: 1 / Math.sqrt(total(answers, mean)) }
}

const total = (answers: readonly Answered[], theta: number) =>
  answers.reduce((sum, { parameters }) => sum + information(parameters, theta), 0)

/** Golden-section search within one step of the grid on either side (Kiefer 1953). */
function highestNear(height: (theta: number) => number, centre: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let [low, high] = [centre - step, centre + step]
  while (high - low > 1e-4) {
    const left = high - ratio * (high - low)
    const right = low + ratio * (high - low)
    if (height(left) < height(right)) low = left
    else high = right
  }
  return (low + high) / 2
}
