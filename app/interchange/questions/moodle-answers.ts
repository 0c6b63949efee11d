import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Bilingual } from '~/platform/i18n/locale'
import { readAnswer, valueOf, type MoodleAnswer } from './moodle-choices'
import type { MoodleTexts } from './moodle-texts'
import { cleanText, oneLine, partId } from './plain-text'
import { childOf, childrenOf, textIn, type XmlElement } from './safe-xml'

type Part<K extends DraftItem['kind'], F extends string> = Pick<
  Extract<DraftItem, { kind: K }>,
  F & keyof Extract<DraftItem, { kind: K }>
>
export type Accepted = Part<'short', 'answers'>['answers'][number]

const told = ({ vi, en }: Bilingual) => vi !== '' || en !== ''
const longest = 200
const shown = (text: Bilingual) => (text.vi || text.en).slice(0, longest)

/** What is told to those who answer so, where no part of the item can say it. */
function unsaid(feedback: Bilingual, losses: Message[]) {
  if (told(feedback)) losses.push({ key: 'loss.generalFeedback', values: { what: shown(feedback) } })
}

/** `shortanswer`: what is typed is compared as text, so it is read as it stands and not as HTML. */
export function readShort(
  question: XmlElement,
  texts: MoodleTexts,
  losses: Message[],
): Part<'short', 'answers' | 'exact'> {
  const answers = childrenOf(question, 'answer').map((answer) => ({
    ...readAnswer(answer, texts),
    text: texts.plain(oneLine(textIn(childOf(answer, 'text') ?? answer))),
  }))
  return {
    answers: acceptedOf(answers, losses),
    ...(valueOf(question, 'usecase') === '1' ? { exact: true } : {}),
  }
}

/**
 * Accepted answers. `*` for no points is Moodle's way of answering anything else; elsewhere it stands for any signs
 * there, which no item of ours knows, unless a backslash makes it a star.
 */
export function acceptedOf(answers: readonly MoodleAnswer[], losses: Message[]): Accepted[] {
  const kept = answers.filter(({ text, fraction, feedback }) => {
    const rest = shown(text) === '*' && fraction <= 0
    if (rest) unsaid(feedback, losses)
    return !rest
  })
  if (!kept.some(({ fraction }) => fraction > 0)) losses.push({ key: 'loss.noKey' })
  const weighed = kept.some(({ fraction }) => fraction !== 100)
  return kept.map(({ text, fraction, feedback }, i) => {
    if (/(?<!\\)\*/.test(shown(text))) losses.push({ key: 'loss.wildcard', values: { what: shown(text) } })
    return {
      id: partId(i),
      vi: text.vi.replaceAll('\\*', '*'),
      en: text.en.replaceAll('\\*', '*'),
      ...(weighed ? { weight: fraction } : {}),
      ...(told(feedback) ? { feedback } : {}),
    }
  })
}

/** `numerical`: the first answer that brings most, and the units that count once. */
export function readNumerical(
  question: XmlElement,
  texts: MoodleTexts,
  losses: Message[],
): Part<'numeric', 'answer' | 'tolerance' | 'unit'> | null {
  const answers = childrenOf(question, 'answer').map((answer) => ({
    ...readAnswer(answer, texts),
    number: numberOf(textIn(childOf(answer, 'text') ?? answer)),
    tolerance: Math.abs(numberOf(valueOf(answer, 'tolerance')) ?? 0),
  }))
  answers.forEach(({ feedback }) => unsaid(feedback, losses))
  const right = answers.filter(({ number, fraction }) => number !== null && fraction > 0)
  const best = right.toSorted((a, b) => b.fraction - a.fraction)[0]
  if (!best) {
    losses.push({ key: 'gift.noNumber' })
    return null
  }
  if (best.fraction !== 100) losses.push({ key: 'loss.weights', values: { what: `${best.fraction} %` } })
  const others = right.filter((each) => each !== best).map(({ number }) => String(number))
  if (others.length > 0)
    losses.push({
      key: 'loss.moreAnswers',
      values: { count: others.length, what: others.join('; ').slice(0, longest) },
    })
  const unit = unitOf(question, texts, losses)
  return { answer: best.number!, tolerance: best.tolerance, ...(unit ? { unit } : {}) }
}

/** A number as Moodle takes it, with a point or a comma; null for what is none. */
export function numberOf(text: string): number | null {
  const clean = text.trim().replace(',', '.')
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(clean) && Number.isFinite(Number(clean))
    ? Number(clean) + 0
    : null
}

/** The unit of the number as it stands. Two of them in a question of two languages are its names in these. */
function unitOf(question: XmlElement, texts: MoodleTexts, losses: Message[]): Bilingual | null {
  const units = childrenOf(childOf(question, 'units') ?? question, 'unit')
    .map((unit) => ({
      name: cleanText(valueOf(unit, 'unit_name')),
      times: numberOf(valueOf(unit, 'multiplier')) ?? 1,
    }))
    .filter(({ name }) => name !== '')
  const [first, second] = units.filter(({ times }) => times === 1)
  const names = texts.both && first && second ? [first, second] : first ? [first] : []
  const others = units.filter((unit) => !names.includes(unit)).map(({ name }) => name)
  if (others.length > 0)
    losses.push({ key: 'moodle.units', values: { what: others.join(', ').slice(0, longest) } })
  if (['1', '2'].includes(valueOf(question, 'unitgradingtype'))) losses.push({ key: 'moodle.unitPenalty' })
  if (names.length === 2) return { vi: names[0]!.name, en: names[1]!.name }
  return names.length === 1 ? texts.plain(names[0]!.name) : null
}

/** `matching`: a subquestion without text is an answer too many. */
export function readMatching(question: XmlElement, texts: MoodleTexts): Part<'matching', 'pairs' | 'extra'> {
  const all = childrenOf(question, 'subquestion').map((subquestion, i) => ({
    id: partId(i),
    left: texts.of(subquestion),
    right: texts.of(childOf(subquestion, 'answer')),
  }))
  const extra = all.filter(({ left }) => !told(left)).map(({ id, right }) => ({ id, ...right }))
  return { pairs: all.filter(({ left }) => told(left)), ...(extra.length > 0 ? { extra } : {}) }
}

/** `ordering` (the plugin of that name): answers in their right order, which their fractions number where they differ. */
export function readOrdering(question: XmlElement, texts: MoodleTexts): Part<'ordering', 'steps'> {
  const answers = childrenOf(question, 'answer').map((answer) => ({
    text: texts.of(answer),
    place: Number(answer.attributes.get('fraction') ?? 0),
  }))
  const numbered = new Set(answers.map(({ place }) => place)).size === answers.length
  const steps = numbered ? answers.toSorted((a, b) => a.place - b.place) : answers
  return { steps: steps.map(({ text }, i) => ({ id: partId(i), ...text })) }
}

/** `essay`: what graders are told is no rubric. */
export function readEssay(
  question: XmlElement,
  texts: MoodleTexts,
  losses: Message[],
): Part<'essay', 'most' | 'rubric'> {
  losses.push({ key: 'loss.rubric' })
  const grader = texts.of(childOf(question, 'graderinfo'))
  if (told(grader)) losses.push({ key: 'moodle.graderInfo', values: { what: shown(grader) } })
  if (told(texts.of(childOf(question, 'responsetemplate')))) losses.push({ key: 'moodle.template' })
  if (Number(valueOf(question, 'attachments')) !== 0) losses.push({ key: 'moodle.attachments' })
  const most = Math.round(numberOf(valueOf(question, 'maxwordlimit')) ?? 300)
  return { most: Math.min(2000, Math.max(20, most)), rubric: [] }
}
