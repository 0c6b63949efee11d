import type { Message } from '~/formats/message'
import { identifierOf } from './identifiers'
import { addFeedback, base, mapResponse, responseDeclaration, setOutcome, variable, when } from './rules'
import { told, type Body, type Of, type Say } from './write-body'
import { escapeMarkup } from '../html-entities'
import { oneLine } from '../plain-text'
import { element, inline } from './xml'

/** textEntryInteraction on a line of its own: a number with a tolerance, its unit beside it (section 7.3.2). */
export function writeNumeric(item: Of<'numeric'>, say: Say): Body {
  const unit = item.unit ? oneLine(say(item.unit)) : ''
  const { tolerance } = item
  const within =
    tolerance > 0
      ? { toleranceMode: 'absolute', tolerance: `${tolerance} ${tolerance}` }
      : { toleranceMode: 'exact' }
  return {
    responses: [
      responseDeclaration('RESPONSE', { cardinality: 'single', baseType: 'float', correct: [item.answer] }),
    ],
    content: element(
      'p',
      {},
      element('textEntryInteraction', { responseIdentifier: 'RESPONSE', expectedLength: 12 }),
      unit ? ` ${element('span', { class: 'unit' }, escapeMarkup(unit))}` : '',
    ),
    score: [
      when(
        element('equal', within, variable('RESPONSE'), base('float', item.answer)),
        setOutcome('SCORE', base('float', 1)),
        setOutcome('SCORE', base('float', 0)),
      ),
    ],
  }
}

type Part = Required<Pick<Body, 'responses' | 'rules' | 'feedback' | 'losses'>>

/** textEntryInteraction on a line of its own: a short text. */
export function writeShort(item: Of<'short'>, say: Say): Body {
  const part = writeAnswers('RESPONSE', '', item, say)
  return {
    ...part,
    content: element('p', {}, element('textEntryInteraction', { responseIdentifier: 'RESPONSE' })),
    score: isMapped(part) ? 'map_response' : 'match_correct',
  }
}

const isMapped = ({ responses }: Part) => responses.some((response) => response.includes('<mapping'))

/** What may be typed, as a response variable: each answer with what it brings in the mapping, and its feedback. */
function writeAnswers(
  response: string,
  prefix: string,
  { answers, exact }: Pick<Of<'short'>, 'answers' | 'exact'>,
  say: Say,
): Part {
  const taken = answers
    .map((answer) => ({ ...answer, text: oneLine(say(answer)) }))
    .filter(({ text }) => text !== '')
    .filter(({ text }, i, all) => all.findIndex((each) => each.text === text) === i)
  const weighed = taken.some(({ weight }) => weight !== undefined)
  const feedback = told(taken, say)
  const losses: Message[] = taken.length > 0 && !exact ? [{ key: 'qti.marksCount' }] : []
  return {
    responses: [
      responseDeclaration(response, {
        cardinality: 'single',
        baseType: 'string',
        correct: taken
          .filter(({ weight }) => !weighed || weight === 100)
          .slice(0, 1)
          .map(({ text }) => text),
        mapping: {
          entries: taken.map(({ text, weight }) => ({
            key: text,
            value: weighed ? (weight ?? 0) / 100 : 1,
            caseSensitive: exact === true,
          })),
          rest: 0,
        },
      }),
    ],
    rules: feedback.map(({ part }) =>
      when(
        element(
          'stringMatch',
          { caseSensitive: exact === true },
          variable(response),
          base('string', part.text),
        ),
        addFeedback(prefix + identifierOf(part.id)),
      ),
    ),
    feedback: feedback.map(({ part, text }) => ({ id: prefix + identifierOf(part.id), text })),
    losses,
  }
}

/** What a gap offers to choose from, as a response variable. */
function writeOptions(response: string, prefix: string, options: Of<'single'>['options'], say: Say): Part {
  const right = options.filter(({ correct }) => correct)
  const weighed = options.filter(({ weight }) => weight !== undefined)
  const feedback = told(options, say)
  return {
    responses: [
      responseDeclaration(response, {
        cardinality: 'single',
        baseType: 'identifier',
        correct: right.map(({ id }) => identifierOf(id)),
        mapping: {
          entries: (weighed.length > 0 ? weighed : right).map(({ id, weight = 100 }) => ({
            key: identifierOf(id),
            value: weight / 100,
          })),
          rest: 0,
        },
      }),
    ],
    rules: feedback.map(({ part }) =>
      when(
        element('match', {}, variable(response), base('identifier', identifierOf(part.id))),
        addFeedback(prefix + identifierOf(part.id)),
      ),
    ),
    feedback: feedback.map(({ part, text }) => ({ id: prefix + identifierOf(part.id), text })),
    losses: [],
  }
}

/** A text with textEntryInteraction and inlineChoiceInteraction in it (sections 7.3.1 and 7.3.2); each gap brings an equal share. */
export function writeGaps(item: Of<'gaps'>, say: Say): Body {
  const gaps = item.gaps.map((gap) => {
    const response = `RESPONSE_${gap.id}`
    const prefix = `${identifierOf(gap.id)}.`
    return 'options' in gap
      ? {
          id: gap.id,
          response,
          part: writeOptions(response, prefix, gap.options, say),
          shown: element(
            'inlineChoiceInteraction',
            { responseIdentifier: response, shuffle: true },
            ...gap.options.map((option) =>
              element(
                'inlineChoice',
                { identifier: identifierOf(option.id) },
                escapeMarkup(oneLine(say(option))),
              ),
            ),
          ),
        }
      : {
          id: gap.id,
          response,
          part: writeAnswers(response, prefix, gap, say),
          shown: element('textEntryInteraction', { responseIdentifier: response }),
        }
  })
  const shown = new Map(gaps.map((gap) => [gap.id, gap.shown]))
  const text = inline(say(item.text)).replace(
    /\{([a-z0-9_-]+)\}/g,
    (marker, id: string) => shown.get(id) ?? marker,
  )
  const scored = gaps.filter(({ part }) => isMapped(part))
  const sum = element('sum', {}, ...scored.map(({ response }) => mapResponse(response)))
  return {
    responses: gaps.flatMap(({ part }) => part.responses),
    content: element('div', { class: 'text' }, element('p', {}, text)),
    score: scored.length
      ? [setOutcome('SCORE', element('divide', {}, sum, base('float', gaps.length)))]
      : [setOutcome('SCORE', base('float', 0))],
    rules: gaps.flatMap(({ part }) => part.rules),
    feedback: gaps.flatMap(({ part }) => part.feedback),
    losses: gaps.some(({ part }) => part.losses.length > 0) ? [{ key: 'qti.marksCount' }] : [],
  }
}
