import { logit } from '../numeric/normal'
import { categories, expectedScore } from './models'
import type { ItemParameters } from './parameters'

/**
 * Where on the scale (logits) a person earns the share `probability` (0–1, exclusive) of an item's points: for a right or
 * wrong item the point of that response probability, b + logit(p)/a. Guessing is left out, so that a threshold says what
 * is known and not what is guessed. Lewis, Mitzel and Green 1996 (bookmark, two thirds); Huynh 1998, J. Educ. Behav.
 * Stat. 23:35, §2 (the guess taken out of the probability). Of an item with partial credit the expected share of the
 * points takes the place of the probability. Throws RangeError for a probability that is not between 0 and 1.
 */
export function mappedLocation(parameters: ItemParameters, probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`response probability ${probability}`)
  if (parameters.model === '2pl') return parameters.b + logit(probability) / parameters.a
  const wanted = probability * (categories(parameters) - 1)
  const reach = 1 + (Math.abs(logit(probability)) + Math.log(categories(parameters))) / parameters.a
  let [low, high] = [Math.min(...parameters.b) - reach, Math.max(...parameters.b) + reach]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (expectedScore(parameters, middle) < wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

export type LevelItem = { competency: string; level: number; parameters: ItemParameters }
export type Suggestion = { competency: string; level: number; from: number; items: number }

/**
 * Thresholds that the items speak for: the mean location, in logits, of the items written for each level of each
 * competency, with how many they are. Item mapping as in `mappedLocation`; levels without items are left out.
 */
export function suggestedThresholds(items: readonly LevelItem[], probability: number): Suggestion[] {
  const found = new Map<string, Suggestion>()
  for (const { competency, level, parameters } of items) {
    const key = `${competency}/${level}`
    const each = found.get(key) ?? { competency, level, from: 0, items: 0 }
    each.items += 1
    each.from += (mappedLocation(parameters, probability) - each.from) / each.items
    found.set(key, each)
  }
  return [...found.values()]
}
