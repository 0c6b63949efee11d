import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { looksStructural } from './aiken-lines'
import { commonLosses } from './carried'
import type { WrittenFile } from './found'
import { cleanText, oneLine } from './plain-text'

type Question = { stem: string; options: string[]; right: number }

/**
 * Items as Aiken text (docs.moodle.org, "Aiken format"): a line for the question, a line for each option, one right
 * answer. Single choices fit; a true/false table becomes questions of two options; other kinds have no form there.
 */
export function writeAiken(items: readonly DraftItem[], locale: Locale): WrittenFile {
  const losses: WrittenFile['losses'] = []
  const written: string[] = []
  for (const item of items) {
    const made = questionsOf(item, locale)
    losses.push({ code: item.code, losses: made.losses })
    written.push(...made.questions.map(asText))
  }
  return { content: written.join('\n'), losses }
}

function questionsOf(item: DraftItem, locale: Locale): { questions: Question[]; losses: Message[] } {
  const none = (key: string, values?: Message['values']) => ({
    questions: [],
    losses: [values ? { key, values } : { key }],
  })
  if (item.kind !== 'single' && item.kind !== 'truefalse') return none('loss.kind', { kind: item.kind })
  const parts = item.kind === 'single' ? item.options : item.statements
  const stem = item.stem[locale]
  const texts = parts.map((part) => part[locale])
  const keys = item.kind === 'single' ? item.options.flatMap(({ correct }, i) => (correct ? [i] : [])) : [0]
  const unfinished = [stem, ...texts].some((text) => oneLine(text) === '')
  if (unfinished || keys.length !== 1 || parts.length < (item.kind === 'single' ? 2 : 1))
    return none('text.unfinished')
  if (item.kind === 'single' && parts.length > 26) return none('text.tooManyOptions', { count: parts.length })
  const losses = [
    ...commonLosses(item, locale),
    ...(item.code !== '' || item.name !== undefined || item.category !== undefined
      ? [{ key: 'text.name' }]
      : []),
    ...(cleanText(item.explanation[locale]) === '' ? [] : [{ key: 'text.explanation' }]),
    ...(parts.some(({ feedback }) => cleanText(feedback?.[locale] ?? '') !== '')
      ? [{ key: 'text.feedback' }]
      : []),
    ...([stem, ...texts].some((text) => cleanText(text).includes('\n')) ? [{ key: 'text.lines' }] : []),
  ]
  if (item.kind === 'single') {
    const weights = item.options.flatMap(({ weight }) => (weight === undefined ? [] : [`${weight} %`]))
    if (weights.length > 0) losses.push({ key: 'loss.weights', values: { what: weights.join(', ') } })
    return { questions: [{ stem: oneLine(stem), options: texts.map(oneLine), right: keys[0]! }], losses }
  }
  losses.push({ key: 'loss.split', values: { count: parts.length } })
  const t = getT(locale, 'interchange')
  const questions = item.statements.map((statement) => ({
    stem: oneLine(`${stem} ${statement[locale]}`),
    options: [t('truth.true'), t('truth.false')],
    right: statement.correct ? 0 : 1,
  }))
  return { questions, losses }
}

/** A question, numbered where its text alone would be taken for an option, an answer or a number. */
function asText({ stem, options, right }: Question, at: number): string {
  const letter = (i: number) => String.fromCharCode(65 + i)
  const lines = options.map((text, i) => `${letter(i)}. ${text}`)
  const number = looksStructural(stem) ? `${at + 1}. ` : ''
  return [`${number}${stem}`, ...lines, `ANSWER: ${letter(right)}`, ''].join('\n')
}
