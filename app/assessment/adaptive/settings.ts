import type { Standard } from '~/competency/standard'
import { shippedSettings, type AdaptiveSettings } from './types'

/** The settings of the quizzes that a standard measures; what it does not name is as shipped. */
export function settingsOf({ adaptive }: Pick<Standard, 'adaptive'>): AdaptiveSettings {
  return { ...shippedSettings, ...adaptive }
}

/** A question counts towards the time of a quiz for so long at most: whoever leaves and comes back days later goes on. */
export const longestSeconds = 300

/** Seconds worked on a quiz: from each item that was chosen to the next, the last until `now`, without pauses. */
export function secondsWorked(chosenAt: readonly number[], now: number): number {
  return chosenAt.reduce((sum, from, i) => {
    const seconds = ((chosenAt[i + 1] ?? now) - from) / 1000
    return sum + Math.min(longestSeconds, Math.max(0, seconds))
  }, 0)
}
