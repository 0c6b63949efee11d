import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { childrenOf, type XmlElement } from '../safe-xml'
import { idsOf } from './identifiers'
import type { Response, Responses } from './responses'
import type { Texts } from './texts'
import { attribute, numberIn } from './tree'
import type { Of } from './write-body'

/** What belongs to the kind of an item alone. */
export type Parts = DraftItem extends infer I ? (I extends DraftItem ? Omit<I, keyof Common> : never) : never
type Common = Omit<Of<'essay'>, 'kind' | 'most' | 'rubric'>
/** The parts that an interaction becomes, or why it becomes none. */
export type ReadParts = { parts: Parts; losses: Message[] } | { refusal: Message }

type Option = Of<'single'>['options'][number]

/** What an option is worth, as a share of all, by its identifier; null where the right ones alone count. */
function shares(response: Response, keys: string[], many: boolean): Map<string, number> | null {
  const { mapping } = response
  if (!mapping || response.scored === 'match') return null
  const values = new Map(keys.map((key) => [key, mapping.values.get(key) ?? mapping.rest]))
  const gains = [...values.values()].filter((value) => value > 0)
  const most = mapping.most ?? (many ? gains.reduce((sum, value) => sum + value, 0) : Math.max(0, ...gains))
  if (!(most > 0)) return null
  return new Map([...values].map(([key, value]) => [key, value / most]))
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-6

/** A share as percent of the points that an item knows. */
export function percent(share: number): number {
  return Math.max(-100, Math.min(100, Number((share * 100).toFixed(6)))) + 0
}

/** The identifiers of right options: those that are named as right, else those that bring most. */
function rightOf(response: Response, worth: Map<string, number> | null, many: boolean): Set<string> {
  if (response.correct.length > 0) return new Set(many ? response.correct : response.correct.slice(0, 1))
  const most = Math.max(0, ...(worth?.values() ?? []))
  const best = [...(worth ?? [])].filter(([, share]) => share > 0 && (many || near(share, most)))
  return new Set((many ? best : best.slice(0, 1)).map(([key]) => key))
}

/** Options of an interaction with their texts, key, weights and feedback. */
export function readOptions(
  choices: XmlElement[],
  response: Response,
  texts: Texts,
  { many = false, byName = true } = {},
): { options: Option[]; scoring?: 'all'; losses: Message[] } {
  const keys = choices.map((choice) => attribute(choice, 'identifier'))
  const ids = idsOf(keys, 'letters')
  const worth = shares(response, keys, many)
  const right = rightOf(response, worth, many)
  const known = keys.filter((key) => right.has(key))
  const even = (key: string, gain: number, cost: number) =>
    near(worth?.get(key) ?? 0, right.has(key) ? gain : cost)
  const plain =
    !worth || keys.every((key) => (many ? even(key, 1 / known.length, -1 / known.length) : even(key, 1, 0)))
  const standing = response.mapping?.values
  return {
    options: choices.map((choice, i) => {
      const key = keys[i]!
      const share = worth?.get(key) ?? 0
      const weighed = !plain && (share !== 0 || standing?.has(key))
      return {
        id: ids.get(key)!,
        ...texts.both(texts.of(choice)),
        ...(right.has(key) ? { correct: true } : {}),
        ...texts.told(response.id, key, byName),
        ...(weighed ? { weight: percent(share) } : {}),
      }
    }),
    ...(many && response.scored === 'match' && known.length > 0 ? { scoring: 'all' as const } : {}),
    losses: known.length === 0 ? [{ key: 'loss.noKey' }] : [],
  }
}

/** choiceInteraction (section 7.2.1): one or several of a list. */
export function readChoice(interaction: XmlElement, texts: Texts, responses: Responses): ReadParts {
  const response = responses.of(interaction)
  const choices = childrenOf(interaction, 'simpleChoice')
  if (choices.length === 0) return { refusal: { key: 'loss.kind', values: { kind: interaction.name } } }
  const { options, scoring, losses } = readOptions(choices, response, texts, { many: response.many })
  if (!response.many) return { parts: { kind: 'single', options }, losses }
  const most = numberIn(attribute(interaction, 'maxChoices')) ?? 1
  return {
    parts: { kind: 'multiple', ...(scoring ? { scoring } : {}), options },
    losses: [
      ...losses,
      ...(most > 0 && most < options.length ? [{ key: 'qti.mostChoices', values: { count: most } }] : []),
    ],
  }
}

/** orderInteraction (section 7.2.2). */
export function readOrder(interaction: XmlElement, texts: Texts, responses: Responses): ReadParts {
  const response = responses.of(interaction)
  const choices = childrenOf(interaction, 'simpleChoice')
  const keys = choices.map((choice) => attribute(choice, 'identifier'))
  const ids = idsOf(keys, 's')
  const place = new Map(response.correct.map((key, i) => [key, i]))
  const unplaced = keys.filter((key) => !place.has(key))
  if (choices.length === 0 || (unplaced.length > 0 && place.size > 0))
    return { refusal: { key: 'loss.kind', values: { kind: interaction.name } } }
  const steps = choices.map((choice, i) => ({
    id: ids.get(keys[i]!)!,
    ...texts.both(texts.of(choice)),
    place: place.get(keys[i]!) ?? i,
  }))
  return {
    parts: {
      kind: 'ordering',
      steps: steps.sort((a, b) => a.place - b.place).map(({ place: _, ...step }) => step),
    },
    losses: [
      ...(place.size === 0 ? [{ key: 'loss.noKey' }] : []),
      ...(response.scored === 'match' && place.size > 0 ? [{ key: 'qti.allOrNothing' }] : []),
    ],
  }
}
