// Answer patterns of people as forms and quizzes leave them, ordinary and extreme, for tests and benches of the posterior.
import type { Observation } from '~/assessment/irt/likelihood'
import { drawResponse } from '~/assessment/irt/models'
import type { ItemParameters } from '~/assessment/irt/parameters'
import { type Prior, structuredPrior } from '~/assessment/irt/prior'
import { cholesky, times } from '~/assessment/numeric/matrix'
import { normalDraw, type Random, seeded, shuffle } from '~/assessment/numeric/random'

export type Pattern = { name: string; observations: Observation[] }

/** The 32 competencies of the framework in their eight domains. */
const domainOf = [2, 3, 6, 4, 4, 4, 3, 6].flatMap((size, domain) =>
  Array.from({ length: size }, () => domain),
)
export const shippedPrior: Prior = structuredPrior(domainOf, { general: 0.6, domain: 0.2, own: 0.2 })
const root = cholesky(shippedPrior.covariance)
const all = domainOf.map((_, k) => k)

export const drawAbilities = (random: Random): Float64Array =>
  times(
    root,
    Float64Array.from(all, () => normalDraw(random)),
  )

/** An item of the bank: a lognormal with median 1.1, b normal around `at`, every fourth with three categories. */
export function drawItem(random: Random, at: number, c: number): ItemParameters {
  const a = 1.1 * Math.exp(0.3 * normalDraw(random))
  const b = at + 0.8 * normalDraw(random)
  if (random() < 0.25) return { model: 'gpcm', a, b: [b - 0.5, b + 0.5] }
  return { model: '2pl', a, b, c }
}

/** Three items on each of 13 competencies: the fixed form of 39 questions. */
export function fixedForm(random: Random, c: number, count = 13, each = 3): Observation[] {
  const theta = drawAbilities(random)
  return shuffle(random, all)
    .slice(0, count)
    .flatMap((dimension) =>
      Array.from({ length: each }, () => answer(random, dimension, drawItem(random, 0, c), theta)),
    )
}

/** 60 items over all 32 competencies. */
export function wideForm(random: Random, c: number): Observation[] {
  const theta = drawAbilities(random)
  return Array.from({ length: 60 }, (_, i) => answer(random, i % 32, drawItem(random, 0, c), theta))
}

/** 30 items on 12 competencies, each as hard as the person is able, as an adaptive quiz ends. */
function adaptiveQuiz(random: Random, c: number): Observation[] {
  const theta = drawAbilities(random)
  const targets = shuffle(random, all).slice(0, 12)
  return Array.from({ length: 30 }, (_, i) => {
    const dimension = targets[i % 12]!
    return answer(random, dimension, drawItem(random, theta[dimension]!, c), theta)
  })
}

function answer(
  random: Random,
  dimension: number,
  parameters: ItemParameters,
  theta: Float64Array,
): Observation {
  return { dimension, parameters, category: drawResponse(parameters, theta[dimension]!, random) }
}

const most = ({ parameters }: Observation) => (parameters.model === '2pl' ? 1 : parameters.b.length)
const allRight = (list: Observation[]) => list.map((o) => ({ ...o, category: most(o) }))
const allWrong = (list: Observation[]) => list.map((o) => ({ ...o, category: 0 }))
/** Easy ones wrong and hard ones right: the pattern that fits worst. */
const upsideDown = (list: Observation[]) =>
  list.map((o) => {
    const b = o.parameters.model === '2pl' ? o.parameters.b : o.parameters.b[0]!
    return { ...o, category: b > 0 ? most(o) : 0 }
  })

/** The 50 patterns of the bench; the same seed, the same patterns. */
export function benchPatterns(seed: string): Pattern[] {
  const random = seeded(seed)
  const some = (count: number, name: string, make: (i: number) => Observation[]): Pattern[] =>
    Array.from({ length: count }, (_, i) => ({ name, observations: make(i) }))
  return [
    ...some(12, 'form 13 × 3, no guessing', () => fixedForm(random, 0)),
    ...some(10, 'form 13 × 3, c = 0.2', () => fixedForm(random, 0.2)),
    ...some(6, '60 items over 32, no guessing', () => wideForm(random, 0)),
    ...some(6, '60 items over 32, c = 0.2', () => wideForm(random, 0.2)),
    ...some(4, 'adaptive 30 on 12, no guessing', () => adaptiveQuiz(random, 0)),
    ...some(4, 'adaptive 30 on 12, c = 0.2', () => adaptiveQuiz(random, 0.2)),
    { name: 'extreme: all right', observations: allRight(fixedForm(random, 0)) },
    { name: 'extreme: all wrong', observations: allWrong(fixedForm(random, 0)) },
    { name: 'extreme: all right, c = 0.2', observations: allRight(fixedForm(random, 0.2)) },
    { name: 'extreme: 60 right over 32, c = 0.2', observations: allRight(wideForm(random, 0.2)) },
    { name: 'extreme: easy wrong, hard right', observations: upsideDown(fixedForm(random, 0)) },
    { name: 'extreme: the same, c = 0.2', observations: upsideDown(fixedForm(random, 0.2)) },
    { name: 'extreme: one answer, c = 0.2', observations: fixedForm(random, 0.2, 1, 1) },
    { name: 'extreme: 30 items on one', observations: fixedForm(random, 0.2, 1, 30) },
  ]
}
