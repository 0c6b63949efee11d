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
 * A bank on the scale of its expected parameters (true and expected difficulties have one mean in each competency) of right/wrong items, a third with a lower asymptote, and a fifth with partial credit, spread over the
 * competencies, and persons who each answered some of them at random.
 */
export function drawnBank({ seed, persons, answers, ...wish }: Wish): DrawnBank {
  const { competencies = 32, items: count = 300, components = drawnComponents } = wish
  const away = wish.away ?? { difficulty: 0.5, logSlope: 0.25 }
  const random = seeded(seed)
  const domainOf = Array.from({ length: competencies }, (_, k) => Math.floor((5 * k) / competencies))
  const mean = domainOf.map(() => -0.3 + 0.3 * normalDraw(random))
  const l = cholesky(structuredCovariance(domainOf, components))
  const dimensionOf = Array.from({ length: count }, (_, j) => j % competencies)
  const logSlopes = centred(dimensionOf.map(() => away.logSlope * normalDraw(random)))
  const offsets = dimensionOf.map(() => away.difficulty * normalDraw(random))
  for (let k = 0; k < competencies; k++) {
    const own = dimensionOf.flatMap((dimension, j) => (dimension === k ? [j] : []))
    centred(own.map((j) => offsets[j]!)).forEach((value, i) => (offsets[own[i]!] = value))
  }
  const pairs = dimensionOf.map((dimension, j) => {
    const level = [-1.5, -0.5, 0.5, 1.5][Math.floor(j / competencies) % 4]!
    const a = Math.exp(logSlopes[j]!)
    const b = level + offsets[j]!
    const id = `i${j}`
    if (j % 5 === 0) return { expected: step(1, level), real: step(a, b), id, dimension }
    const c = j % 3 === 0 ? { c: 0.2 } : {}
    const expected: ItemParameters = { model: '2pl', a: 1, b: level, ...c }
    const real: ItemParameters = { model: '2pl', a, b, ...c }
    return { expected, real, id, dimension }
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

function centred(values: number[]): number[] {
  const middle = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return values.map((value) => value - middle)
}
