import type { DraftItem } from '~/assessment/item'
import { fold } from '~/formats/fold'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { questionLimits, type FoundFile, type FoundQuestion } from './found'
import { blocksOf, type AikenBlock, type AikenOption } from './aiken-lines'
import { cleanText, foundBase, inOne, longestQuestion, partId, refusedText } from './plain-text'

/**
 * Questions typed as in a Word document: a text, options "A. …" or "A) …", and "ANSWER: C" or "Đáp án: C".
 * The form is that of docs.moodle.org, "Aiken format", read as trainers type it: numbers before questions, texts over
 * several lines, small letters, several right answers, and a right option marked by * or (đúng) in place of the answer.
 * What is wrong with one question costs that question alone. Never throws.
 */
export function readAiken(text: string, locale: Locale): FoundFile {
  const problem = refusedText(text, 'Aiken')
  if (problem) return { questions: [], problem }
  const blocks = blocksOf(text)
  if (!blocks.some(({ options }) => options.length > 0))
    return { questions: [], problem: { key: 'fault.notFormat', values: { format: 'Aiken' } } }
  if (blocks.length > questionLimits.questions)
    return { questions: [], problem: { key: 'fault.tooMany', values: { limit: questionLimits.questions } } }
  return { questions: blocks.map((block, i) => foundIn(block, i + 1, locale)), problem: null }
}

function foundIn(block: AikenBlock, number: number, locale: Locale): FoundQuestion {
  const { item, losses } = itemOf(block, locale)
  return { number, line: block.line, name: null, category: [], item, losses, pictures: [] }
}

function itemOf(block: AikenBlock, locale: Locale): { item: DraftItem | null; losses: Message[] } {
  const stem = block.stem.join('\n')
  const length = stem.length + block.options.reduce((sum, { text }) => sum + text.length, 0)
  if (length > longestQuestion) return none('text.long', { limit: longestQuestion })
  if (block.options.length === 0)
    return block.numbered || block.answer ? none('aiken.noOptions') : none('loss.description')
  if (block.options.length === 1) return none('aiken.oneOption')
  if (cleanText(stem) === '') return none('aiken.noStem')
  const { right, options, losses } = keyOf(block)
  const item: DraftItem = {
    ...foundBase(locale, stem, block.explanation.join('\n')),
    kind: right.size > 1 ? 'multiple' : 'single',
    options: options.map(({ text }, i) => ({
      id: partId(i),
      ...inOne(locale, text),
      ...(right.has(i) ? { correct: true } : {}),
    })),
  }
  return { item, losses }
}

function none(key: string, values?: Message['values']): { item: null; losses: Message[] } {
  return { item: null, losses: [values ? { key, values } : { key }] }
}

/** Which options are right: those that the answer names, else those that are marked. */
function keyOf(block: AikenBlock): { right: Set<number>; options: AikenOption[]; losses: Message[] } {
  const losses: Message[] = []
  const letters = block.options.map(({ letter }) => letter)
  const twice = letters.find((letter, i) => letters.indexOf(letter) !== i)
  if (twice !== undefined) losses.push({ key: 'aiken.letterTwice', values: { letter: twice.toUpperCase() } })
  if (block.answer === null) {
    const options = block.options.map(withoutMark)
    const right = new Set(options.flatMap(({ marked }, i) => (marked ? [i] : [])))
    if (right.size === 0) losses.push({ key: 'loss.noKey' })
    return { right, options, losses }
  }
  const right = new Set<number>()
  for (const named of block.answer) {
    const at = /\d/.test(named) ? Number(named) - 1 : letters.indexOf(named)
    if (named === twice || at < 0 || at >= letters.length)
      losses.push({ key: 'aiken.answerUnknown', values: { what: named.toUpperCase() } })
    else right.add(at)
  }
  if (right.size === 0) losses.push({ key: 'loss.noKey' })
  return { right, options: block.options, losses }
}

const marks = ['(dung)', '[dung]', '(correct)', '(right)', '(x)', '[x]', '*']

/** An option whose text begins or ends with a mark of the right one, without that mark. */
function withoutMark(option: AikenOption): AikenOption {
  const text = cleanText(option.text)
  const folded = fold(text)
  for (const mark of marks) {
    // Folding keeps the number of letters at the end that the mark has.
    if (folded.endsWith(mark) && folded !== mark)
      return { ...option, marked: true, text: [...text].slice(0, -mark.length).join('') }
    if (folded.startsWith(mark) && folded !== mark)
      return { ...option, marked: true, text: [...text].slice(mark.length).join('') }
  }
  return option
}
