import type { Message } from '~/formats/message'
import { identifierOf } from './identifiers'
import { base, notBelowZero, responseDeclaration, setOutcome, variable, when } from './rules'
import { told, type Body, type Of, type Say } from './write-body'
import { element, inline } from './xml'

/** choiceInteraction: one or several of a list (section 7.2.1). Weights, or credit in part, become a mapping (section 3.1). */
export function writeChoice(item: Of<'single' | 'multiple'>, say: Say): Body {
  const many = item.kind === 'multiple'
  const whole = many && item.scoring === 'all'
  const right = item.options.filter(({ correct }) => correct)
  const weighed = item.options.filter(({ weight }) => weight !== undefined)
  const mapping = whole
    ? undefined
    : weighed.length > 0
      ? {
          entries: weighed.map(({ id, weight }) => ({ key: identifierOf(id), value: weight! / 100 })),
          rest: 0,
        }
      : many && right.length > 0
        ? {
            entries: right.map(({ id }) => ({ key: identifierOf(id), value: 1 / right.length })),
            rest: -1 / right.length,
          }
        : undefined
  const what = weighed.map((option) => `${say(option)}: ${option.weight}%`).join('; ')
  const losses: Message[] = whole && what ? [{ key: 'loss.weights', values: { what } }] : []
  const feedback = told(item.options, say)
  const chosen = many ? variable('RESPONSE') : element('multiple', {}, variable('RESPONSE'))
  return {
    responses: [
      responseDeclaration('RESPONSE', {
        cardinality: many ? 'multiple' : 'single',
        baseType: 'identifier',
        correct: right.map(({ id }) => identifierOf(id)),
        mapping,
      }),
    ],
    content: element(
      'choiceInteraction',
      { responseIdentifier: 'RESPONSE', shuffle: true, maxChoices: many ? 0 : 1 },
      ...item.options.map((option) =>
        element('simpleChoice', { identifier: identifierOf(option.id) }, inline(say(option))),
      ),
    ),
    score: mapping ? 'map_response' : 'match_correct',
    rules: feedback.length > 0 ? [setOutcome('FEEDBACK', chosen)] : [],
    feedback: feedback.map(({ part, text }) => ({ id: identifierOf(part.id), text })),
    losses,
  }
}

/** The rules of an order grow with the cube of its steps, and nest; beyond this it counts as a whole. */
const mostPaired = 12

/** orderInteraction (section 7.2.2), scored by the pairs that stand in order, rescaled as ours is. */
export function writeOrdering(item: Of<'ordering'>, say: Say): Body {
  const ids = item.steps.map(({ id }) => identifierOf(id))
  const paired = ids.length > 1 && ids.length <= mostPaired
  return {
    responses: [
      responseDeclaration('RESPONSE', { cardinality: 'ordered', baseType: 'identifier', correct: ids }),
    ],
    content: element(
      'orderInteraction',
      { responseIdentifier: 'RESPONSE', shuffle: true },
      ...item.steps.map((step) =>
        element('simpleChoice', { identifier: identifierOf(step.id) }, inline(say(step))),
      ),
    ),
    score: paired ? pairsInOrder(ids) : 'match_correct',
    losses: paired ? [] : [{ key: 'qti.wholeOrder' }],
  }
}

/** Kendall's tau as rules: with all other steps deleted from the answer, two stand in order or they do not. */
function pairsInOrder(ids: string[]): string[] {
  const pairs = ids.flatMap((first, i) => ids.slice(i + 1).map((second) => [first, second] as const))
  const left = (kept: readonly string[]) =>
    ids
      .filter((id) => !kept.includes(id))
      .reduce((rest, id) => element('delete', {}, base('identifier', id), rest), variable('RESPONSE'))
  const inOrder = (pair: readonly string[]) =>
    element('match', {}, left(pair), element('ordered', {}, ...pair.map((id) => base('identifier', id))))
  const more = element('sum', {}, variable('SCORE'), base('float', 2 / pairs.length))
  return [
    setOutcome('SCORE', base('float', -1)),
    ...pairs.map((pair) => when(inOrder(pair), setOutcome('SCORE', more))),
    notBelowZero,
  ]
}
