import { isShown, type Figure } from './figures'
import { smallestGroup } from './suppression'

/** Half a level: below it, self-assessment and quiz are called alike. */
const noticeable = 0.5

export type SelfComparison = {
  self: number
  measured: number
  difference: number
  words: 'above' | 'under' | 'alike'
}

/** The mean self-assessed level of a group beside its mean measured level; null for fewer than five self-assessments. */
export function compareSelf(figure: Figure): SelfComparison | null {
  if (!isShown(figure) || !figure.self || figure.self.n < smallestGroup) return null
  const difference = figure.self.mean - figure.level
  const words = difference >= noticeable ? 'above' : difference <= -noticeable ? 'under' : 'alike'
  return { self: figure.self.mean, measured: figure.level, difference, words }
}
