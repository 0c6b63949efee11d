import type { ItemVersion } from '~/assessment/item'
import { scoreItem } from '~/assessment/scoring/score'
import type { Locale } from '~/platform/i18n/locale'
import { feedbackOf, type Feedback } from './quiz/feedback'

/** A check inside a lesson: open, or answered in the address of the page and therefore with its feedback. */
export type CheckView = {
  /** Name of the answer in the address, and the id of the place in the page. */
  code: string
  text: string
  multiple: boolean
  options: { value: string; label: string }[]
  chosen: string[]
  /** Sent without a choice, or with one that the question does not have. */
  empty: boolean
  feedback: Feedback | null
}

type ChoiceItem = Extract<ItemVersion, { kind: 'single' | 'multiple' }>

export function isCheck(item: ItemVersion): item is ChoiceItem {
  return item.kind === 'single' || item.kind === 'multiple'
}

/** The name under which the address says which check was sent last, so that one sent without a choice is known. */
export const sentName = 'sent'

/** What `search`, the address of the lesson, says of a check: `?infosec-c1=b`, of several choices `?infosec-c1=a,b`. */
export function checkView(item: ChoiceItem, search: URLSearchParams, locale: Locale): CheckView {
  const given = new Set(search.getAll(item.code).flatMap((value) => value.split(',')))
  const known = item.options.map(({ id }) => id).filter((id) => given.has(id))
  const chosen = item.kind === 'single' ? known.slice(0, 1) : known
  const value = item.kind === 'single' ? (chosen[0] ?? null) : chosen
  return {
    code: item.code,
    text: item.stem[locale],
    multiple: item.kind === 'multiple',
    options: item.options.map((option) => ({ value: option.id, label: option[locale] })),
    chosen,
    empty: (given.size > 0 || search.get(sentName) === item.code) && chosen.length === 0,
    feedback: chosen.length > 0 ? feedbackOf(item, { value, score: scoreItem(item, value) }, locale) : null,
  }
}

/** The answers in the address other than that of `code`: they stay while that one is answered again. */
export function otherAnswers(checks: readonly CheckView[], code: string): Record<string, string> {
  const others = checks.filter((check) => check.code !== code && check.chosen.length > 0)
  return Object.fromEntries(others.map((check) => [check.code, check.chosen.join(',')]))
}
