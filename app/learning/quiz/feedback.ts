import type { Item } from '~/assessment/item'
import { rubricPoints } from '~/assessment/scoring/rubric'
import { areaAt, squareOf, type Point, type Shape } from '~/assessment/picture-areas'
import { judgements, pictureOf, type PictureView } from '~/assessment/present'
import {
  gapShare,
  isPoint,
  judgement,
  rowsOf,
  scoreItem,
  tallness,
  type ItemAnswer,
} from '~/assessment/scoring/score'
import { acceptedBy } from '~/assessment/scoring/typed'
import { formatNumber } from '~/platform/i18n/format'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Given, Mark } from './attempt'

export type Verdict = 'right' | 'partly' | 'wrong' | 'unknown' | 'waiting'

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
  /** Of a criterion: the points that a trainer gave, and the most that there are. */
  points?: { given: number; most: number }
}

export type Feedback = {
  question: string
  kind: Item['kind']
  verdict: Verdict
  /** 0–1; null while the answer waits to be marked. */
  score: number | null
  parts: FeedbackPart[]
  /** A long answer as it was written, and what its marker wrote. */
  essay?: { text: string; comment: string | null }
  picture?: PictureView & { areas: (Shape & { right: boolean })[]; mark: Point | null }
  explanation: string
}

export function verdictOf({ value, score }: Given): Verdict {
  if (value === null) return 'unknown'
  if (score === null) return 'waiting'
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
    parts: partsOf(item, given, locale),
    ...shownPicture(item, given.value, locale),
    ...(item.kind === 'essay' && typeof given.value === 'string'
      ? { essay: { text: given.value, comment: given.mark?.comment ?? null } }
      : {}),
    explanation: item.explanation[locale],
  }
}

/** The picture with the right areas and the place that was pressed. */
function shownPicture(item: Item, value: ItemAnswer | null, locale: Locale): Pick<Feedback, 'picture'> {
  const { picture } = pictureOf(item, locale)
  if (!picture) return {}
  if (item.kind !== 'point') return { picture: { ...picture, areas: [], mark: null } }
  const areas = item.areas.flatMap(({ shape, at, correct }) => (correct ? [{ shape, at, right: true }] : []))
  return { picture: { ...picture, areas, mark: isPoint(value) ? value : null } }
}

function partsOf(item: Item, { value, mark }: Given, locale: Locale): FeedbackPart[] {
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
    case 'truefalse': {
      const judged = value === null ? null : rowsOf(value)
      const words = (said: string | undefined) =>
        judgements(locale).find((each) => each.value === said)?.label
      return item.statements.map(({ id, correct, feedback, ...statement }) => ({
        key: id,
        label: statement[locale],
        right: judged && judged[id] === judgement(correct),
        chosen: judged !== null,
        yours: words(judged?.[id]),
        correct: words(judgement(correct)),
        why: feedback?.[locale],
      }))
    }
    case 'matching': {
      const matched = value === null ? null : rowsOf(value)
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
      const order: readonly unknown[] | null = Array.isArray(value) ? value : null
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
    case 'short': {
      const typed = typeof value === 'string' ? value : undefined
      const label = getT(locale, 'learning')('quiz.part.accepted')
      return [typedPart('t', label, item, typed, scoreItem(item, value), locale)]
    }
    case 'gaps': {
      const filled = value === null ? null : rowsOf(value)
      const t = getT(locale, 'survey')
      return item.gaps.map((gap, i): FeedbackPart => {
        const label = t('gap', { number: i + 1 })
        const mine = filled?.[gap.id]
        if ('answers' in gap) return typedPart(gap.id, label, gap, mine, gapShare(gap, mine), locale)
        const option = gap.options.find(({ id }) => id === mine)
        const key = gap.options.find(({ correct }) => correct)
        return {
          key: gap.id,
          label,
          right: mine === undefined ? null : gapShare(gap, mine) === 1,
          chosen: mine !== undefined,
          yours: option?.[locale],
          correct: key?.[locale],
          why: (option ?? key)?.feedback?.[locale],
        }
      })
    }
    case 'point': {
      const hit = isPoint(value) ? areaAt(item.areas, value, tallness(item)) : undefined
      const told = item.areas
        .filter((area) => area.correct || area === hit)
        .map((area) => ({
          key: area.id,
          label: area.name[locale],
          right: area.correct === true,
          chosen: area === hit,
          why: area.feedback?.[locale],
        }))
      if (!isPoint(value) || hit) return told
      const square = getT(locale, 'learning')('quiz.part.square', { square: squareOf(value) })
      return [{ key: '-', label: square, right: false, chosen: true }, ...told]
    }
    case 'essay':
      return criteriaOf(item, mark, locale)
  }
}

/** The criteria of a long answer; once it is marked, each with its points and what its level says. */
function criteriaOf(
  item: Extract<Item, { kind: 'essay' }>,
  mark: Mark | undefined,
  locale: Locale,
): FeedbackPart[] {
  const points = mark ? rubricPoints(item, mark.levels) : null
  return item.rubric.map(({ id, name, levels }, i): FeedbackPart => {
    const part = { key: id, label: name[locale], right: null, chosen: false }
    if (!mark || !points) return part
    const { points: given, most } = points[i]!
    return { ...part, points: { given, most }, why: levels[mark.levels[id]!]![locale] }
  })
}

type Accepted = Bilingual & { weight?: number; feedback?: Bilingual }

/** What was typed, and the first answer that earns everything. */
function typedPart(
  key: string,
  label: string,
  { answers, exact }: { answers: readonly Accepted[]; exact?: boolean },
  typed: string | undefined,
  score: number,
  locale: Locale,
): FeedbackPart {
  const found = acceptedBy(typed ?? '', answers, exact)[0]
  const full = answers.find(({ weight = 100, ...text }) => weight === 100 && text[locale].trim() !== '')
  return {
    key,
    label,
    right: typed === undefined ? null : score === 1,
    chosen: typed !== undefined,
    yours: typed,
    correct: full?.[locale],
    why: (found ?? full)?.feedback?.[locale],
  }
}

function inWords(number: number, unit: string | undefined, locale: Locale): string {
  const digits = (String(number).split('.')[1] ?? '').length
  return [formatNumber(locale, number, Math.min(digits, 6)), unit].filter(Boolean).join(' ')
}
