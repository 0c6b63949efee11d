import type { Exclusion, ItemReason, Relaxation, StopReason } from './types'

/** An adaptive quiz in a list, by its number and by nothing of its person. `precision` is null without a target. */
export type QuizOverview = {
  number: number
  asked: number
  stopped: StopReason | 'submitted'
  precision: number | null
}

/** Mean and standard deviation of a competency, in logits. */
export type Known = { mean: number; sd: number }

export const outcomes = ['right', 'partly', 'wrong', 'unknown', 'rapid', 'unanswered'] as const
export type Outcome = (typeof outcomes)[number]

/** One question of a quiz: what was known before and after it, and why it was asked. */
export type ExplainedChoice = {
  number: number
  code: string
  stem: string
  competency: string
  pilot: boolean
  outcome: Outcome
  before: Known
  after: Known
  reason: ItemReason
  success: number | null
  below: number | null
  precision: number
  expected: number | null
  compared: number
  best: { code: string; gain: number }[]
  excluded: { rule: Exclusion; count: number }[]
  relaxed: Relaxation[]
}

/** How an answer is told: `json` is what is stored, undefined where there is none; `score` 0–1. */
export function outcomeOf(json: string | undefined, score: number | null, rapid: boolean): Outcome {
  if (json === undefined) return 'unanswered'
  if (rapid) return 'rapid'
  if (json === 'null') return 'unknown'
  return score === 1 ? 'right' : (score ?? 0) > 0 ? 'partly' : 'wrong'
}
