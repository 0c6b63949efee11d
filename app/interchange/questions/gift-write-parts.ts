import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { GiftScript } from './gift-script'
import { cleanText } from './plain-text'

export type Written = { text: string; losses: Message[] }
type Options = Extract<DraftItem, { kind: 'single' }>['options']
type Answers = Extract<DraftItem, { kind: 'short' }>['answers']

/** Moodle writes shares of a hundred with five decimals. */
const rounded = (weight: number) => Number(weight.toFixed(5))

/** The options between the braces: "=" before the one that is right, or "~" with weights before several. */
export function choicesText(
  {
    kind,
    scoring,
    inText = false,
  }: { kind: 'single' | 'multiple'; scoring?: 'all' | 'part'; inText?: boolean },
  options: Options,
  locale: Locale,
  script: GiftScript,
): Written | Message {
  const texts = options.map((option) => {
    const text = cleanText(option[locale])
    return kind === 'single' && option.correct ? script.arrowless(text) : text
  })
  const right = options.filter(({ correct }) => correct)
  const enough = kind === 'single' ? right.length === 1 : right.length > 0
  if (options.length < 2 || !enough || texts.includes('')) return { key: 'text.unfinished' }
  const weighed = options.some(({ weight }) => weight !== undefined)
  const losses: Message[] = []
  const told = options.map(({ feedback }) => cleanText(feedback?.[locale] ?? ''))
  const lines = (prefix: (option: Options[number]) => string) =>
    `${options
      .map(
        (option, i) =>
          `\n\t${prefix(option)}${script.part(texts[i]!)}${told[i] === '' ? '' : script.feedback(told[i]!)}`,
      )
      .join('')}\n`
  if (kind === 'single') {
    if (!weighed && !inText && saysTruth(texts, locale))
      return { text: truthText(options, told, script), losses }
    if (weighed && right[0]!.weight !== 100) losses.push({ key: 'text.keyWeight' })
    const text = lines(({ correct, weight }) =>
      correct ? '=' : weight ? `~%${plainNumber(rounded(weight))}%` : '~',
    )
    return { text, losses }
  }
  if (scoring === 'all' && !weighed) losses.push({ key: 'text.scoringAll' })
  const share = 100 / right.length
  const weightOf = ({ correct, weight }: Options[number]) =>
    rounded(weighed ? (weight ?? 0) : correct ? share : -share)
  if (!options.every((option) => (option.correct === true) === weightOf(option) > 0))
    return { key: 'text.unfinished' }
  return {
    text: lines((option) => (weightOf(option) === 0 ? '~' : `~%${plainNumber(weightOf(option))}%`)),
    losses,
  }
}

/** Whether two options are the words for true and false, in this order. */
function saysTruth(texts: string[], locale: Locale): boolean {
  const t = getT(locale, 'interchange')
  return texts.length === 2 && texts[0] === t('truth.true') && texts[1] === t('truth.false')
}

/** The feedback for a wrong response stands before that for a right one. */
function truthText(options: Options, told: string[], script: GiftScript): string {
  const right = options[0]!.correct ? 0 : 1
  const word = right === 0 ? 'TRUE' : 'FALSE'
  if (told.every((text) => text === '')) return word
  const second = told[right] === '' ? '' : script.feedback(told[right]!)
  return `${word}${script.feedback(told[1 - right]!)}${second}`
}

/** The accepted answers between the braces. A star is escaped, since it would stand for any signs. */
export function answersText(answers: Answers, locale: Locale, script: GiftScript): Written | Message {
  const own = answers.filter((answer) => cleanText(answer[locale]) !== '')
  if (own.length === 0) return { key: 'text.unfinished' }
  const weighed = own.some(({ weight }) => weight !== undefined && weight !== 100)
  const lines = own.map((answer) => {
    const text = script.arrowless(cleanText(answer[locale])).replaceAll('*', '\\*')
    const told = cleanText(answer.feedback?.[locale] ?? '')
    const weight = weighed ? `%${plainNumber(rounded(answer.weight ?? 0))}%` : ''
    return `\n\t=${weight}${script.part(text)}${told === '' ? '' : script.feedback(told)}`
  })
  return { text: `${lines.join('')}\n`, losses: [] }
}

/** A number in digits alone: the format knows no exponents. */
export function plainNumber(value: number): string {
  const [digits, exponent] = String(Math.abs(value)).split('e')
  const sign = value < 0 ? '-' : ''
  if (exponent === undefined) return `${sign}${digits}`
  const [whole, part = ''] = digits!.split('.')
  const places = Number(exponent)
  if (places < 0) return `${sign}0.${'0'.repeat(-places - 1)}${whole}${part}`
  return `${sign}${whole}${part.padEnd(places, '0').slice(0, places)}${part.length > places ? `.${part.slice(places)}` : ''}`
}
