import type { Message } from '~/formats/message'
import { locales } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { valueOf } from './moodle-choices'
import type { MoodleTexts } from './moodle-texts'
import { oneLine } from './plain-text'
import { childOf, childrenOf, textIn, type XmlElement } from './safe-xml'

/** What Moodle writes itself where nobody wrote anything. */
const usual = new Set([
  '',
  ...locales.flatMap((locale) =>
    (['right', 'partly', 'wrong'] as const).map((key) => getT(locale, 'interchange')(`moodle.usual.${key}`)),
  ),
])
/** Penalties that Moodle gives of itself: a third, and all for a question of two answers; a tenth and none in old files. */
const usualPenalties = [1 / 3, 1, 0.1, 0]

/** What every type of question may have beside and no item of ours holds. */
export function commonLosses(question: XmlElement, texts: MoodleTexts, code: string): Message[] {
  const losses: Message[] = []
  for (const name of ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']) {
    const { vi, en } = texts.of(childOf(question, name))
    const what = vi || en
    if (!usual.has(what.replace(/\.$/, '')))
      losses.push({ key: 'loss.generalFeedback', values: { what: what.slice(0, 200) } })
  }
  const hints = childrenOf(question, 'hint').filter((hint) => textIn(hint).trim() !== '')
  if (hints.length > 0) losses.push({ key: 'loss.hints', values: { count: hints.length } })
  const penalty = Number(valueOf(question, 'penalty') || NaN)
  if (Number.isFinite(penalty) && !usualPenalties.some((each) => Math.abs(each - penalty) < 0.005))
    losses.push({ key: 'loss.penalty', values: { value: penalty } })
  const grade = Number(valueOf(question, 'defaultgrade') || NaN)
  const counted = !['cloze', 'multianswer'].includes(question.attributes.get('type') ?? '')
  if (counted && Number.isFinite(grade) && grade !== 1)
    losses.push({ key: 'moodle.grade', values: { value: grade } })
  const tags = childrenOf(childOf(question, 'tags') ?? question, 'tag').map((tag) => oneLine(textIn(tag)))
  if (tags.length > 0) losses.push({ key: 'loss.tags', values: { what: tags.join(', ').slice(0, 200) } })
  const idNumber = oneLine(valueOf(question, 'idnumber'))
  if (idNumber !== code) losses.push({ key: 'moodle.idNumber', values: { value: idNumber.slice(0, 80) } })
  return losses
}
