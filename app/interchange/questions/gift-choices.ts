import type { TextChoice } from 'gift-pegjs'
import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import type { GiftTexts } from './gift-texts'
import { inOne, partId } from './plain-text'

type Choice = Pick<Extract<DraftItem, { kind: 'single' | 'multiple' }>, 'kind' | 'options'>

/** How near a weight has to be to a share that Moodle writes with five decimals. */
const near = (a: number, b: number) => Math.abs(a - b) < 0.01

/**
 * The options of a multiple choice. As Moodle has it, "=" means that one is chosen, and only "~" with weights that
 * several are; several "=" are read as several right options, which is what people mean who type them.
 */
export function optionsOf(
  choices: readonly TextChoice[],
  texts: GiftTexts,
  locale: Locale,
  losses: Message[],
): Choice {
  const keys = choices.filter(({ isCorrect }) => isCorrect).length
  const gains = choices.filter(({ weight }) => (weight ?? 0) > 0)
  const isRight = ({ isCorrect, weight }: TextChoice) => (keys > 0 ? isCorrect : (weight ?? 0) > 0)
  if (keys === 0 && gains.length === 0) losses.push({ key: 'loss.noKey' })
  if (keys > 1) losses.push({ key: 'gift.severalRight', values: { count: keys } })
  const weighed = keepsWeights(choices, keys)
  if (keys > 1 && choices.some(({ weight }) => weight !== null))
    losses.push({
      key: 'loss.weights',
      values: { what: choices.flatMap(({ weight }) => (weight === null ? [] : [`${weight} %`])).join(', ') },
    })
  const options = choices.map((choice, i) => {
    const right = isRight(choice)
    const weight = choice.weight ?? (right ? 100 : 0)
    const told = texts.of(choice.feedback)
    return {
      id: partId(i),
      ...inOne(locale, texts.of(choice.text)),
      ...(right ? { correct: true } : {}),
      ...(weighed && weight !== 0 ? { weight } : {}),
      ...(told === '' ? {} : { feedback: inOne(locale, told) }),
    }
  })
  return { kind: keys > 1 || (keys === 0 && gains.length > 0) ? 'multiple' : 'single', options }
}

/** Whether weights say more than which options are right, scored as items are that have none. */
function keepsWeights(choices: readonly TextChoice[], keys: number): boolean {
  if (keys > 1) return false
  if (keys === 1)
    return choices.some(({ isCorrect, weight }) =>
      isCorrect ? (weight ?? 100) !== 100 : (weight ?? 0) !== 0,
    )
  const right = choices.filter(({ weight }) => (weight ?? 0) > 0).length
  if (right === 0) return choices.some(({ weight }) => (weight ?? 0) !== 0)
  return !choices.every(({ weight }) =>
    (weight ?? 0) > 0 ? near(weight!, 100 / right) : near(weight ?? 0, -100 / right),
  )
}
