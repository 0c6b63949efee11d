import type { BankInput } from '../../app/assessment/calibration/bank'
import { drawResponse } from '../../app/assessment/irt/models'
import type { ItemParameters } from '../../app/assessment/irt/parameters'
import { structuredCovariance, type Components } from '../../app/assessment/irt/prior'
import { cholesky, times } from '../../app/assessment/numeric/matrix'
import { normalDraw, seeded, shuffle } from '../../app/assessment/numeric/random'

export type DrawnBank = {
  input: BankInput
  truth: ItemParameters[]
  mean: number[]
  abilities: Float64Array[]
}

type Wish = {
  seed: string
  persons: number
  answers: number
  competencies?: number
  items?: number
  /** Distribution of the persons; the one in force is N(0, 0.6 + 0.2 + 0.2). */
  components?: Components
  /** How far the true items are from what is expected of them: standard deviation of b and of log a. */
  away?: { difficulty: number; logSlope: number }
}

export const drawnComponents = { general: 0.5, domain: 0.25, own: 0.35 }

/**
 * A bank of right/wrong items, a third with a lower asymptote, and a fifth with partial credit, spread over the
 * competencies, and persons who each answered some of them at random.
 */
export function drawnBank({ seed, persons, answers, ...wish }: Wish): DrawnBank {
  const { competencies = 32, items: count = 300, components = drawnComponents } = wish
  const away = wish.away ?? { difficulty: 0.5, logSlope: 0.25 }
  const random = seeded(seed)
  const domainOf = Array.from({ length: competencies }, (_, k) => Math.floor((5 * k) / competencies))
  const mean = domainOf.map(() => -0.3 + 0.3 * normalDraw(random))
  const l = cholesky(structuredCovariance(domainOf, components))
  const pairs = Array.from({ length: count }, (_, j) => {
    const level = [-1.5, -0.5, 0.5, 1.5][Math.floor(j / competencies) % 4]!
    const a = Math.exp(away.logSlope * normalDraw(random))
    const b = level + away.difficulty * normalDraw(random)
    if (j % 5 === 0)
      return { expected: step(1, level), real: step(a, b), id: `i${j}`, dimension: j % competencies }
    const c = j % 3 === 0 ? 0.2 : undefined
    const real = { model: '2pl' as const, a, b, c }
    return {
      expected: { model: '2pl' as const, a: 1, b: level, c },
      real,
      id: `i${j}`,
      dimension: j % competencies,
    }
  })
  const all = pairs.map((_, j) => j)
  const abilities = Array.from({ length: persons }, () => {
    const deviation = times(
      l,
      Float64Array.from({ length: competencies }, () => normalDraw(random)),
    )
    return deviation.map((x, k) => x + mean[k]!)
  })
  return {
    truth: pairs.map(({ real }) => real),
    mean,
    abilities,
    input: {
      domainOf,
      population: { mean: domainOf.map(() => 0), components: { general: 0.6, domain: 0.2, own: 0.2 } },
      items: pairs.map(({ id, dimension, expected }) => ({ id, dimension, parameters: expected })),
      persons: abilities.map((ability) =>
        shuffle(random, all)
          .slice(0, answers)
          .map((j) => {
            const { id, real, dimension } = pairs[j]!
            return { item: id, category: drawResponse(real, ability[dimension]!, random) }
          }),
      ),
    },
  }
}

function step(a: number, b: number): ItemParameters {
  return { model: 'gpcm', a, b: [b - 0.5, b + 0.5] }
}
