import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Bilingual } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { MoodleTexts } from './moodle-texts'
import { partId } from './plain-text'
import { childOf, childrenOf, textIn, type XmlElement } from './safe-xml'

type Choices = Pick<Extract<DraftItem, { kind: 'single' | 'multiple' }>, 'kind' | 'options'>
export type Option = Choices['options'][number]
/** An answer as Moodle has it: percent of the points that it brings. */
export type MoodleAnswer = { text: Bilingual; fraction: number; feedback: Bilingual }

/** How near a fraction has to be to one that Moodle writes with five decimals. */
const near = (a: number, b: number) => Math.abs(a - b) < 0.01
const told = ({ vi, en }: Bilingual) => vi !== '' || en !== ''

/** `multichoice`: one answer or several, fractions as weights where they say more than which are right. */
export function readMultichoice(question: XmlElement, texts: MoodleTexts, losses: Message[]): Choices {
  const single = !['false', '0'].includes(valueOf(question, 'single'))
  const answers = childrenOf(question, 'answer').map((answer) => readAnswer(answer, texts))
  return { kind: single ? 'single' : 'multiple', options: optionsOf(answers, single, losses) }
}

/** Options out of answers. Of one that brings less than all, the best is the key, and weights say the rest. */
export function optionsOf(answers: readonly MoodleAnswer[], single: boolean, losses: Message[]): Option[] {
  const best = Math.max(0, ...answers.map(({ fraction }) => fraction))
  const key = answers.findIndex(({ fraction }) => fraction > 0 && fraction === best)
  if (key < 0) losses.push({ key: 'loss.noKey' })
  const weighed = keepsWeights(answers, single)
  return answers.map(({ text, fraction, feedback }, i) => ({
    id: partId(i),
    ...text,
    ...((single ? i === key : fraction > 0) ? { correct: true } : {}),
    ...(weighed && fraction !== 0 ? { weight: fraction } : {}),
    ...(told(feedback) ? { feedback } : {}),
  }))
}

/** Whether fractions say more than which answers are right, scored as items are that have no weights. */
function keepsWeights(answers: readonly MoodleAnswer[], single: boolean): boolean {
  const right = answers.filter(({ fraction }) => fraction > 0).length
  if (single) return right > 1 || answers.some(({ fraction }) => fraction !== 0 && !near(fraction, 100))
  return !answers.every(({ fraction }) =>
    near(fraction, fraction > 0 ? 100 / right : right > 0 ? -100 / right : 0),
  )
}

/** `truefalse`: its answers stand as the words true and false, which are said in both languages here. */
export function readTrueFalse(question: XmlElement, texts: MoodleTexts, losses: Message[]): Choices {
  const answers = childrenOf(question, 'answer').map((answer) => ({
    word: textIn(childOf(answer, 'text') ?? answer)
      .trim()
      .toLowerCase(),
    ...readAnswer(answer, texts),
  }))
  const options = (['true', 'false'] as const).map((word) => {
    const answer = answers.find((each) => each.word === word)
    return {
      text: {
        vi: getT('vi', 'interchange')(`truth.${word}`),
        en: getT('en', 'interchange')(`truth.${word}`),
      },
      fraction: answer && answer.fraction > 0 ? 100 : 0,
      feedback: answer?.feedback ?? { vi: '', en: '' },
    }
  })
  return { kind: 'single', options: optionsOf(options, true, losses) }
}

/** An `<answer>` with its fraction, which old files have as an element. */
export function readAnswer(answer: XmlElement, texts: MoodleTexts): MoodleAnswer {
  return {
    text: texts.of(answer),
    fraction: fractionOf(answer),
    feedback: texts.of(childOf(answer, 'feedback')),
  }
}

/** The percent of points that an `<answer>` brings, within −100 and 100. */
export function fractionOf(answer: XmlElement): number {
  const element = Number(valueOf(answer, 'fraction').replace(',', '.')) * 100
  const fraction = Number((answer.attributes.get('fraction') ?? '').replace(',', '.')) || element
  return Number.isFinite(fraction) ? Math.min(100, Math.max(-100, fraction)) : 0
}

/** What an element such as `<single>` says; empty where there is none. */
export function valueOf(element: XmlElement, name: string): string {
  const child = childOf(element, name)
  return child ? textIn(child).trim() : ''
}
