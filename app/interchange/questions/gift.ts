import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { questionLimits, type FoundFile, type FoundQuestion } from './found'
import { giftBlocks, type GiftBlock } from './gift-blocks'
import { GiftFault, parseGift, unheld } from './gift-grammar'
import { itemOfGift } from './gift-items'
import { longestQuestion, oneLine, refusedText } from './plain-text'

/**
 * Questions of a GIFT file (docs.moodle.org, "GIFT format"), each parsed on its own by gift-pegjs, so that a question
 * with a fault costs itself alone. Missing word becomes a gap, true/false a choice of two, HTML plain text. Never throws.
 */
export function readGift(text: string, locale: Locale): FoundFile {
  const problem = refusedText(text, 'GIFT')
  if (problem) return { questions: [], problem }
  const blocks = giftBlocks(text)
  if (!blocks.some((block) => block.text.includes('{')))
    return { questions: [], problem: { key: 'fault.notFormat', values: { format: 'GIFT' } } }
  if (blocks.length > questionLimits.questions)
    return { questions: [], problem: { key: 'fault.tooMany', values: { limit: questionLimits.questions } } }
  const truthOf = truths()
  return { questions: blocks.map((block, i) => foundIn(block, i + 1, locale, truthOf)), problem: null }
}

function foundIn(
  block: GiftBlock,
  number: number,
  locale: Locale,
  truthOf: (word: string) => boolean | null,
): FoundQuestion {
  const found: FoundQuestion = {
    number,
    line: block.lines[0] ?? null,
    name: null,
    category: block.category,
    item: null,
    losses: [],
    pictures: [],
  }
  if (block.text.length > longestQuestion)
    return { ...found, losses: [{ key: 'text.long', values: { limit: longestQuestion } }] }
  try {
    const parsed = parseGift(block.text, truthOf)
    const name = oneLine(unheld(parsed.question.title ?? '')) || null
    return { ...found, name, ...itemOfGift(block, parsed, name, locale) }
  } catch (error) {
    if (!(error instanceof GiftFault)) throw error
    return { ...found, losses: [messageOf(error, block)] }
  }
}

function messageOf({ key, line, what }: GiftFault, block: GiftBlock): Message {
  return { key, values: { line: block.lines[line ?? 0] ?? 0, what: oneLine(what) } }
}

/** Tells what a word between braces says of a statement: T, TRUE, or the word of either language; null: neither. */
function truths(): (word: string) => boolean | null {
  const words = new Map<string, boolean>([
    ['t', true],
    ['f', false],
  ])
  for (const locale of ['vi', 'en'] as const) {
    const t = getT(locale, 'interchange')
    words.set(t('truth.true').toLowerCase(), true).set(t('truth.false').toLowerCase(), false)
  }
  return (word) => (word.length > 10 ? null : (words.get(word.normalize('NFC').toLowerCase()) ?? null))
}
