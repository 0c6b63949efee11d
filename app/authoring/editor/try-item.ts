import { readItemEntry, type Entries, type Entry } from '~/assessment/answer-entry'
import { isMarkedByHand, type DraftItem, type Item } from '~/assessment/item'
import { unmaskEntries } from '~/assessment/present'
import { scoreItem } from '~/assessment/scoring/score'
import { feedbackOf, type Feedback } from '~/learning/quiz/feedback'
import type { Locale } from '~/platform/i18n/locale'

/** What an item that is only looked at is shuffled by. */
export const previewSeed = 'preview'

/** A draft as far as it can be shown: what lacks is empty. */
export function shownItem(draft: DraftItem): Item {
  return { ...draft, level: draft.level ?? 1, competency: draft.competency ?? '' }
}

export type Tried =
  { kind: 'feedback'; feedback: Feedback } | { kind: 'empty' } | Extract<Entry, { kind: 'fault' }>

/** What a learner would be told of an answer to a draft; nothing is recorded. */
export function tryItem(draft: DraftItem, entries: Entries, locale: Locale): Tried {
  const item = shownItem(draft)
  const entry = readItemEntry(item, unmaskEntries(item, previewSeed, entries))
  if (entry.kind !== 'value') return entry
  const { value } = entry
  const score = isMarkedByHand(item) && value !== null ? null : scoreItem(item, value)
  return { kind: 'feedback', feedback: feedbackOf(item, { value, score }, locale) }
}
