import type { Standard } from '~/competency/standard'
import type { SurveyForm } from '../form'
import { mostItems } from '../form-quiz'
import { shippedSettings, type AdaptiveSettings } from './types'

/**
 * The settings of the quizzes that a standard measures; what it does not name is as shipped. A form may make its quiz
 * shorter.
 */
export function settingsOf(
  { adaptive }: Pick<Standard, 'adaptive'>,
  form?: Pick<SurveyForm, 'sections'>,
): AdaptiveSettings {
  const settings = { ...shippedSettings, ...adaptive }
  const quiz = form?.sections.find((section) => section.kind === 'quiz')
  return {
    ...settings,
    most: Math.min(settings.most, (quiz && mostItems(quiz)) ?? Infinity),
    minutes: quiz?.minutes ?? settings.minutes,
  }
}

/** Whoever stays away from a question for longer than this has had a break, which counts as the seconds beside it. */
export const longestSeconds = 300
export const breakSeconds = 60

/** Seconds worked on a quiz: from each item that was chosen to the next, the last until `now`, without breaks. */
export function secondsWorked(chosenAt: readonly number[], now: number): number {
  return chosenAt.reduce((sum, from, i) => {
    const seconds = ((chosenAt[i + 1] ?? now) - from) / 1000
    return sum + (seconds > longestSeconds ? breakSeconds : Math.max(0, seconds))
  }, 0)
}
