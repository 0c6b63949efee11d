import { categoryOfScore, hasPartialCredit, type MeasuredKind } from './irt/expert-parameters'
import type { Observation } from './irt/likelihood'
import { categories } from './irt/models'
import type { ItemParameters } from './irt/parameters'

/** A scored answer: `score` 0–1, “I do not know” is 0; `seconds` from the page to the answer, null where nobody took the time. */
export type MeasuredAnswer = {
  itemId: string
  competency: string
  kind: MeasuredKind
  score: number
  seconds: number | null
}

type Scale = {
  dimensionOf: ReadonlyMap<string, number>
  parametersOf: (itemVersionId: string) => ItemParameters
}

/**
 * An answer in less than this was given without reading the question: one threshold for all items, as examined by Kong,
 * Wise and Bhola 2007 (Educ. Psychol. Meas. 67:606) and Wise and Ma 2012 (NCME), after Wise and Kong 2005 (Appl. Meas.
 * Educ. 18:163). Three seconds are the shortest threshold in use, so that hardly an earnest answer is lost.
 */
export const rapidSeconds = 3

/**
 * What the response model takes in of a person's answers. Answers given too quickly to have been read are left out and
 * counted (effort-moderated scoring: Wise and DeMars 2006, J. Educ. Meas. 43:19); so are competencies that the framework
 * does not have, and scores that are no numbers.
 */
export function observationsOf(
  scale: Scale,
  answers: readonly MeasuredAnswer[],
): { observations: Observation[]; rapid: number } {
  const { read, rapid } = readAnswers(scale, answers)
  return { observations: read.map((answer) => observationOf(scale, answer)), rapid }
}

/** The answers that count, and how many were given too quickly to. */
export function readAnswers(
  { dimensionOf }: Pick<Scale, 'dimensionOf'>,
  answers: readonly MeasuredAnswer[],
): { read: MeasuredAnswer[]; rapid: number } {
  const known = answers.filter(
    ({ competency, score }) => Number.isFinite(score) && dimensionOf.has(competency),
  )
  const read = known.filter((answer) => !isRapid(answer))
  return { read, rapid: known.length - read.length }
}

export function isRapid({ seconds }: Pick<MeasuredAnswer, 'seconds'>): boolean {
  return seconds !== null && seconds < rapidSeconds
}

/** A scored answer as the response model takes it in. */
export function observationOf(
  scale: Scale,
  { itemId, competency, kind, score }: MeasuredAnswer,
): Observation {
  const parameters = scale.parametersOf(itemId)
  const most = hasPartialCredit(kind) ? 2 : 1
  // A calibration may have found fewer steps than the points have: what is not full credit then counts as the lower one.
  const category = Math.floor((categoryOfScore(kind, score) * (categories(parameters) - 1)) / most)
  return { dimension: scale.dimensionOf.get(competency)!, parameters, category }
}
