import { z } from 'zod'

const finite = z.number().min(-20).max(20)
const slope = z.number().gt(0).max(20)

export const itemParametersSchema = z.discriminatedUnion('model', [
  z.object({ model: z.literal('2pl'), a: slope, b: finite, c: z.number().min(0).lt(1).optional() }),
  z.object({ model: z.literal('grm'), a: slope, b: z.array(finite).min(1) }),
  z.object({ model: z.literal('gpcm'), a: slope, b: z.array(finite).min(1) }),
])

/**
 * Parameters of one item on the logit scale of ability, logit P = a(θ − b), without the constant 1.7.
 * - 2pl: discrimination a, difficulty b, lower asymptote c (0 where it is left out); the Rasch model is a = 1. Birnbaum
 *   1968, in Lord and Novick, Statistical Theories of Mental Test Scores, ch. 17–20.
 * - grm: P(category ≥ j) = logistic(a(θ − b[j − 1])), b ascending. Samejima 1969, Psychometrika Monograph 17.
 * - gpcm: log-odds of category j against j − 1 are a(θ − b[j − 1]). Muraki 1992, Appl. Psychol. Meas. 16:159.
 */
export type ItemParameters = z.infer<typeof itemParametersSchema>
