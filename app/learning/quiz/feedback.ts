import type { Item } from '~/assessment/item'
import type { ItemAnswer } from '~/assessment/scoring/score'
import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Given } from './attempt'

export type Verdict = 'right' | 'partly' | 'wrong' | 'unknown'

/** One part of an item after the answer: whether it is right, whether the learner said so, and why. */
export type FeedbackPart = {
  key: string
  label: string
  /** Of a choice: whether it is a right one. Of a row: whether the learner's is. Null where the learner gave none. */
  right: boolean | null
  chosen: boolean
  /** What the learner put there, where that is not the label itself. */
  yours?: string
  /** What belongs there, where the learner's is wrong. */
  correct?: string
  why?: string
}

export type Feedback = {
  question: string
  kind: Item['kind']
  verdict: Verdict
  score: number
  parts: FeedbackPart[]
  explanation: string
}

export function verdictOf({ value, score }: Given): Verdict {
  if (value === null) return 'unknown'
  if (score >= 1) return 'right'
  return score > 0 ? 'partly' : 'wrong'
}

/** Everything that an item says once it is answered. */
export function feedbackOf(item: Item, given: Given, locale: Locale): Feedback {
  return {
    question: item.stem[locale],
    kind: item.kind,
    verdict: verdictOf(given),
    score: given.score,
    parts: partsOf(item, given.value, locale),
    explanation: item.explanation[locale],
  }
}

function partsOf(item: Item, value: ItemAnswer | null, locale: Locale): FeedbackPart[] {
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const chosen = new Set(Array.isArray(value) ? value : [value])
      return item.options.map((option) => ({
        key: option.id,
        label: option[locale],
        right: option.correct === true,
        chosen: chosen.has(option.id),
        why: option.feedback?.[locale],
      }))
    }
    case 'matching': {
      const matched = isMatched(value) ? value : null
      const rights = [
        ...item.pairs.map(({ id, right }) => ({ id, text: right[locale] })),
        ...(item.extra ?? []).map((extra) => ({ id: extra.id, text: extra[locale] })),
      ]
      return item.pairs.map(({ id, left, right, feedback }) => {
        const mine = matched?.[id]
        return {
          key: id,
          label: left[locale],
          right: matched && mine === id,
          chosen: matched !== null,
          yours: rights.find((each) => each.id === mine)?.text,
          correct: right[locale],
          why: feedback?.[locale],
        }
      })
    }
    case 'ordering': {
      const order = Array.isArray(value) ? value : null
      return item.steps.map((step, i) => {
        const mine = order ? order.indexOf(step.id) + 1 : 0
        return {
          key: step.id,
          label: step[locale],
          right: order && mine === i + 1,
          chosen: order !== null,
          yours: mine > 0 ? String(mine) : undefined,
          correct: String(i + 1),
        }
      })
    }
    case 'numeric': {
      const words = (number: number) => inWords(number, item.unit?.[locale], locale)
      const right = typeof value === 'number' ? Math.abs(value - item.answer) <= item.tolerance + 1e-9 : null
      return [
        {
          key: 'n',
          label: words(item.answer),
          right,
          chosen: right !== null,
          yours: typeof value === 'number' ? words(value) : undefined,
        },
      ]
    }
  }
}

function isMatched(value: ItemAnswer | null): value is Record<string, string> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inWords(number: number, unit: string | undefined, locale: Locale): string {
  const digits = (String(number).split('.')[1] ?? '').length
  return [formatNumber(locale, number, Math.min(digits, 6)), unit].filter(Boolean).join(' ')
}
