import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { questionLimits, type FoundFile, type FoundQuestion } from './found'
import { pathOf } from './gift-blocks'
import { readEssay, readMatching, readNumerical, readOrdering, readShort } from './moodle-answers'
import { readMultichoice, readTrueFalse, valueOf } from './moodle-choices'
import { readChosenGaps, readClozeItem } from './moodle-gaps'
import { commonLosses } from './moodle-common'
import { languagesOf } from './moodle-languages'
import { MoodleTexts } from './moodle-texts'
import { foundBase, oneLine, refusedText } from './plain-text'
import { plainText } from './html-text'
import { childOf, childrenOf, parseXml, textIn, type XmlElement } from './safe-xml'

const format = 'Moodle XML'
/** The most signs, pictures within texts aside, and elements of one question; a larger one is told and not read. */
const largest = { signs: 200_000, elements: 2000 }

/**
 * Reads Moodle XML (docs.moodle.org/en/Moodle_XML_format): every question of it as an item or with the reason why it
 * is none. `locale` is the language of texts that are not marked as of one; see MoodleTexts. Never throws.
 */
export function readMoodleXml(text: string, locale: Locale): FoundFile {
  const refusal = refusedText(text, format)
  if (refusal) return { questions: [], problem: refusal }
  const { document, problem } = parseXml(text)
  if (!document) {
    const foreign = problem.key === 'fault.notFormat'
    return { questions: [], problem: foreign ? { key: 'fault.notFormat', values: { format } } : problem }
  }
  if (document.name !== 'quiz')
    return { questions: [], problem: { key: 'fault.notFormat', values: { format } } }
  const elements = childrenOf(document, 'question')
  const real = elements.filter((element) => typeOf(element) !== 'category')
  if (real.length > questionLimits.questions)
    return { questions: [], problem: { key: 'fault.tooMany', values: { limit: questionLimits.questions } } }
  if (real.length === 0) return { questions: [], problem: { key: 'fault.noQuestions' } }
  const questions: FoundQuestion[] = []
  let category: string[] = []
  for (const element of elements) {
    if (typeOf(element) === 'category') category = foldersOf(valueOf(element, 'category'))
    else questions.push(readQuestion(element, questions.length + 1, category, locale))
  }
  return { questions, problem: null }
}

const typeOf = (question: XmlElement) => (question.attributes.get('type') ?? '').trim().toLowerCase()

function readQuestion(
  element: XmlElement,
  number: number,
  category: string[],
  locale: Locale,
): FoundQuestion {
  const size = sizeOf(element)
  if (size.signs > largest.signs || size.elements > largest.elements) {
    const losses = [{ key: 'text.long', values: { limit: largest.signs } }]
    return { number, line: element.line, name: null, category, item: null, losses, pictures: [] }
  }
  const texts = new MoodleTexts(element, locale)
  const losses: Message[] = []
  const name = nameOf(element, locale)
  const base = {
    ...foundBase(locale, '', ''),
    ...(name === null ? {} : { name }),
    ...(category.length > 0 ? { category: pathOf(category) } : {}),
  }
  const read = partsOf(element, texts, losses, locale)
  if (!read) return { number, line: element.line, name, category, item: null, losses, pictures: [] }
  const stem = read.stem ?? texts.of(childOf(element, 'questiontext'))
  const explanation = texts.of(childOf(element, 'generalfeedback'))
  const idNumber = valueOf(element, 'idnumber')
  const code = /^[a-z0-9][a-z0-9.-]*$/.test(idNumber) ? idNumber : ''
  const picture = texts.pictures.first(texts.both ? null : locale)
  const item: DraftItem = {
    ...base,
    code,
    explanation,
    ...(picture ? { picture: picture.picture } : {}),
    ...read,
    stem,
  }
  const told = [...losses, ...commonLosses(element, texts, code), ...texts.losses()]
  return {
    number,
    line: element.line,
    name,
    category,
    item,
    losses: told,
    pictures: picture ? [picture.file] : [],
  }
}

function sizeOf(element: XmlElement): { signs: number; elements: number } {
  const size = { signs: 0, elements: 1 }
  if (element.name === 'file') return size
  for (const child of element.children) {
    if (typeof child === 'string') {
      size.signs += child.length
      for (const [data] of child.matchAll(/data:image\/[^"'\s<>]*/g)) size.signs -= data.length
    } else {
      const inside = sizeOf(child)
      size.signs += inside.signs
      size.elements += inside.elements
    }
  }
  return size
}

type Base = Omit<Extract<DraftItem, { kind: 'ordering' }>, 'kind' | 'steps'>
type Own<I> = I extends DraftItem ? Omit<I, keyof Base> & { stem?: Bilingual } : never
type Parts = Own<Exclude<DraftItem, { kind: 'point' }>>

/** What an item of that type has beside texts of every question; null where it becomes none, which is told. */
function partsOf(element: XmlElement, texts: MoodleTexts, losses: Message[], locale: Locale): Parts | null {
  const type = typeOf(element)
  switch (type) {
    case 'multichoice':
      return readMultichoice(element, texts, losses)
    case 'truefalse':
      return readTrueFalse(element, texts, losses)
    case 'shortanswer':
      return { kind: 'short', ...readShort(element, texts, losses) }
    case 'numerical': {
      const parts = readNumerical(element, texts, losses)
      return parts && { kind: 'numeric', ...parts }
    }
    case 'matching':
    case 'match':
      return { kind: 'matching', ...readMatching(element, texts) }
    case 'ordering':
      return { kind: 'ordering', ...readOrdering(element, texts) }
    case 'essay':
      return { kind: 'essay', ...readEssay(element, texts, losses) }
    case 'cloze':
    case 'multianswer': {
      const parts = readClozeItem(element, texts, losses, locale)
      return parts && { kind: 'gaps', ...parts }
    }
    case 'gapselect':
    case 'ddwtos': {
      const parts = readChosenGaps(element, texts, losses, locale)
      return parts && { kind: 'gaps', ...parts }
    }
    case 'description':
      losses.push({ key: 'loss.description' })
      return null
    default:
      losses.push({ key: 'loss.kind', values: { kind: oneLine(type).slice(0, 60) || '?' } })
      return null
  }
}

/** The title of a question, which is no HTML but may be marked as of a language. */
function nameOf(element: XmlElement, locale: Locale): string | null {
  const name = childOf(element, 'name')
  if (!name) return null
  const text = textIn(name)
  const languages = languagesOf(text)
  const own = languages && plainText(languages.get(locale) ?? [...languages.values()][0] ?? '').text
  return oneLine(oneLine(own ?? text).slice(0, 250)) || null
}

/** `$course$/top/A/B` lies in A, and in it in B; a slash in a name is written twice. */
function foldersOf(path: string): string[] {
  const folders = oneLine(path)
    .replaceAll('//', '\ue000')
    .split('/')
    .map((folder) => folder.replaceAll('\ue000', '/').trim())
    .filter((folder) => folder !== '')
  const from = /^\$[a-z]{1,12}\d{0,9}\$$/i.test(folders[0] ?? '') ? 1 : 0
  return folders.slice(folders[from] === 'top' ? from + 1 : from)
}
