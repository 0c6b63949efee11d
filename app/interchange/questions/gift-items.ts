import type { NumericalChoice, NumericalFormat, ShortAnswer, TextFormat } from 'gift-pegjs'
import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { pathOf, type GiftBlock } from './gift-blocks'
import { optionsOf } from './gift-choices'
import type { GiftParsed } from './gift-grammar'
import { GiftTexts } from './gift-texts'
import { cleanText, foundBase, inOne, oneLine, partId } from './plain-text'

type Part<K extends DraftItem['kind']> = Extract<DraftItem, { kind: K }>

/** The item that a parsed question becomes, and what of it could not be taken over. */
export function itemOfGift(
  block: GiftBlock,
  { question, after, spaced }: GiftParsed,
  name: string | null,
  locale: Locale,
): { item: DraftItem | null; losses: Message[] } {
  const texts = new GiftTexts()
  const losses: Message[] = []
  const told = (): Message[] => [
    ...losses,
    ...texts.losses(),
    ...(block.tags.length > 0
      ? [{ key: 'loss.tags', values: { what: oneLine(block.tags.join(', ')).slice(0, 200) } }]
      : []),
  ]
  if (question.type === 'Description') return { item: null, losses: [{ key: 'loss.description' }] }
  const gapped = after !== '' && (question.type === 'MC' || question.type === 'Short')
  const stem = texts.of(
    after === '' ? question.stem : aroundGap(question.stem, after, spaced, gapped ? mark : '_____'),
  )
  const base = {
    ...foundBase(locale, stem, texts.of(question.globalFeedback)),
    ...(/^[a-z0-9][a-z0-9.-]*$/.test(block.id ?? '') ? { code: block.id! } : {}),
    ...(name === null ? {} : { name }),
    ...(block.category.length > 0 ? { category: cleanText(pathOf(block.category)) } : {}),
  }
  if (gapped) {
    const text = textOfGap(stem)
    const short = question.type === 'Short'
    const options = short ? [] : optionsOf(question.choices, texts, locale, losses).options
    const item: Part<'gaps'> = {
      ...base,
      stem: inOne(locale, getT(locale, 'interchange')(short ? 'gift.typedStem' : 'gift.chosenStem')),
      kind: 'gaps',
      text: inOne(locale, text.text),
      gaps: [
        short
          ? { id: text.id, answers: answersOf(question, texts, locale, losses) }
          : { id: text.id, options },
      ],
    }
    return { item, losses: told() }
  }
  switch (question.type) {
    case 'MC': {
      const item = { ...base, ...optionsOf(question.choices, texts, locale, losses) }
      return { item, losses: told() }
    }
    case 'Short': {
      const item: Part<'short'> = {
        ...base,
        kind: 'short',
        answers: answersOf(question, texts, locale, losses),
      }
      return { item, losses: told() }
    }
    case 'TF': {
      // In the file, the feedback for a wrong response stands first; the parser names them otherwise.
      const [wrong, right] = [texts.of(question.trueFeedback), texts.of(question.falseFeedback)]
      const options = (['true', 'false'] as const).map((word, i) => {
        const correct = question.isTrue === (word === 'true')
        return {
          id: partId(i),
          vi: getT('vi', 'interchange')(`truth.${word}`),
          en: getT('en', 'interchange')(`truth.${word}`),
          ...(correct ? { correct } : {}),
          ...feedback(locale, correct ? right : wrong),
        }
      })
      return { item: { ...base, kind: 'single', options }, losses: told() }
    }
    case 'Matching': {
      const all = question.matchPairs.map(({ subquestion, subanswer }, i) => ({
        id: partId(i),
        left: inOne(locale, texts.of(subquestion)),
        right: inOne(
          locale,
          texts.of({ format: question.stem.format === 'html' ? 'html' : 'plain', text: subanswer }),
        ),
      }))
      const extra = all.filter(({ left }) => left[locale] === '').map(({ id, right }) => ({ id, ...right }))
      const pairs = all.filter(({ left }) => left[locale] !== '')
      return {
        item: { ...base, kind: 'matching', pairs, ...(extra.length > 0 ? { extra } : {}) },
        losses: told(),
      }
    }
    case 'Numerical': {
      const numeric = numberOf(question.choices, texts, losses)
      return { item: numeric && { ...base, kind: 'numeric', ...numeric }, losses: told() }
    }
    case 'Essay':
      losses.push({ key: 'loss.rubric' })
      return { item: { ...base, kind: 'essay', most: 300, rubric: [] }, losses: told() }
  }
}

/** Stands for the gap until the text around it is whole: signs without a meaning (Unicode, section 23.5). */
const mark = '\ue0ff\ue0fe\ue0ff'

/** The text on both sides of the answers. `after` has its own spaces; what the parser gave has none at its end. */
function aroundGap(stem: TextFormat, after: string, spaced: boolean, gap: string): TextFormat {
  const keepsLines = stem.format === 'html' || stem.format === 'markdown'
  const behind = keepsLines ? after : after.replace(/\s+/g, ' ')
  return { format: stem.format, text: `${stem.text}${spaced ? ' ' : ''}${gap}${behind}` }
}

function textOfGap(stem: string): { id: string; text: string } {
  for (let i = 1; ; i += 1) {
    const id = `g${i}`
    if (!stem.includes(`{${id}}`)) return { id, text: stem.replace(mark, `{${id}}`) }
  }
}

function feedback(locale: Locale, text: string) {
  return text === '' ? {} : { feedback: inOne(locale, text) }
}

/**
 * The accepted answers of a short answer. `*` for no points is Moodle's way of answering anything else; elsewhere it
 * stands for any signs there, which no item of ours knows, unless a backslash makes it a star.
 */
function answersOf({ choices }: ShortAnswer, texts: GiftTexts, locale: Locale, losses: Message[]) {
  const weighed = choices.some(({ weight }) => weight !== null && weight !== 100)
  return choices.flatMap((choice, i) => {
    const text = texts.of(choice.text)
    const told = texts.of(choice.feedback)
    if (text === '*' && choice.weight === 0) {
      if (told !== '') losses.push({ key: 'loss.generalFeedback', values: { what: told } })
      return []
    }
    if (/(?<!\\)\*/.test(text)) losses.push({ key: 'loss.wildcard', values: { what: text } })
    return [
      {
        id: partId(i),
        ...inOne(locale, text.replaceAll('\\*', '*')),
        ...(weighed ? { weight: choice.weight ?? 100 } : {}),
        ...feedback(locale, told),
      },
    ]
  })
}

/** The number asked for: of several, the first that brings most. */
function numberOf(
  choices: NumericalChoice[] | NumericalFormat,
  texts: GiftTexts,
  losses: Message[],
): { answer: number; tolerance: number } | null {
  const all = Array.isArray(choices)
    ? choices
    : [{ isCorrect: true, weight: null, text: choices, feedback: null } satisfies NumericalChoice]
  const right = all.filter(({ isCorrect, text }) => isCorrect && 'type' in text)
  const points = (choice: NumericalChoice) => choice.weight ?? 100
  const best = right.toSorted((a, b) => points(b) - points(a))[0]
  for (const told of all.map((choice) => texts.of(choice.feedback)))
    if (told !== '') losses.push({ key: 'loss.generalFeedback', values: { what: told } })
  const number = best && rangeOf(best.text)
  if (!number) {
    losses.push({ key: 'gift.noNumber' })
    return null
  }
  if (points(best) !== 100) losses.push({ key: 'loss.weights', values: { what: `${points(best)} %` } })
  const others = right.filter((choice) => choice !== best).map(({ text }) => rangeOf(text)?.answer ?? '')
  if (others.length > 0)
    losses.push({
      key: 'loss.moreAnswers',
      values: { count: others.length, what: others.join('; ').slice(0, 200) },
    })
  return number
}

function rangeOf({ number, range, numberLow, numberHigh }: NumericalFormat) {
  const round = (value: number) => Number(value.toPrecision(12))
  const found =
    numberLow !== undefined && numberHigh !== undefined
      ? {
          answer: round((numberLow + numberHigh) / 2),
          tolerance: round(Math.abs(numberHigh - numberLow) / 2),
        }
      : { answer: number ?? NaN, tolerance: Math.abs(range ?? 0) }
  return Number.isFinite(found.answer) && Number.isFinite(found.tolerance)
    ? { answer: found.answer + 0, tolerance: found.tolerance }
    : null
}
