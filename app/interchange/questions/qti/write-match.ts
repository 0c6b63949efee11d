import { identifierOf } from './identifiers'
import { base, mapResponse, notBelowZero, responseDeclaration, setOutcome } from './rules'
import { told, type Body, type Of, type Say } from './write-body'
import { escapeMarkup } from '../html-entities'
import { element, inline } from './xml'

type Choice = { identifier: string; text: string; most: number }

const matchSet = (choices: Choice[]) =>
  element(
    'simpleMatchSet',
    {},
    ...choices.map(({ identifier, text, most }) =>
      element('simpleAssociableChoice', { identifier, matchMax: most }, text),
    ),
  )

/** matchInteraction (section 7.2.4): each of `rows` has one of `columns`; `right` are the pairs, each an equal share. */
function writeMatch(
  rows: Choice[],
  columns: Choice[],
  right: string[],
  shuffle: boolean,
  whole: boolean,
): Body {
  return {
    responses: [
      responseDeclaration('RESPONSE', {
        cardinality: 'multiple',
        baseType: 'directedPair',
        correct: right,
        mapping: whole
          ? undefined
          : { entries: right.map((key) => ({ key, value: 1 / right.length })), rest: 0 },
      }),
    ],
    content: element(
      'matchInteraction',
      { responseIdentifier: 'RESPONSE', shuffle, maxAssociations: rows.length },
      matchSet(rows),
      matchSet(columns),
    ),
    score: whole ? 'match_correct' : 'map_response',
  }
}

/** Right rows in part, rescaled so that guessing earns nothing: 2 · share − 1, at least 0, as ours does. */
const rescaled = [
  setOutcome(
    'SCORE',
    element(
      'subtract',
      {},
      element('product', {}, base('float', 2), mapResponse('RESPONSE')),
      base('float', 1),
    ),
  ),
  notBelowZero,
]

/** A table of statements, each true or false. `words` say so in the language of the file. */
export function writeTrueFalse(
  item: Of<'truefalse'>,
  say: Say,
  words: { true: string; false: string },
): Body {
  const { statements } = item
  const whole = item.scoring === 'all'
  const rows = statements.map((each) => ({
    identifier: identifierOf(each.id),
    text: inline(say(each)),
    most: 1,
  }))
  const columns = (['true', 'false'] as const).map((word) => ({
    identifier: `is.${word}`,
    text: escapeMarkup(words[word]),
    most: 0,
  }))
  const right = statements.map(({ id, correct }) => `${identifierOf(id)} is.${correct}`)
  return {
    ...writeMatch(rows, columns, right, false, whole),
    score: whole ? 'match_correct' : rescaled,
    feedback: told(statements, say).map(({ part, text }) => ({
      id: identifierOf(part.id),
      text,
      always: true,
    })),
  }
}

/** Pairs, and what belongs to none. The right sides bear the ids of their left sides behind `right.`. */
export function writeMatching(item: Of<'matching'>, say: Say): Body {
  const { pairs, extra = [] } = item
  const rows = pairs.map(({ id, left }) => ({
    identifier: identifierOf(id),
    text: inline(say(left)),
    most: 1,
  }))
  const columns = [
    ...pairs.map(({ id, right }) => ({ id, text: right })),
    ...extra.map((each) => ({ id: each.id, text: each })),
  ].map(({ id, text }) => ({ identifier: `right.${id}`, text: inline(say(text)), most: 0 }))
  const right = pairs.map(({ id }) => `${identifierOf(id)} right.${id}`)
  return {
    ...writeMatch(rows, columns, right, true, false),
    feedback: [
      ...told(pairs, say).map(({ part, text }) => ({ id: identifierOf(part.id), text, always: true })),
      ...told(extra, say).map(({ part, text }) => ({ id: `right.${part.id}`, text, always: true })),
    ],
  }
}
