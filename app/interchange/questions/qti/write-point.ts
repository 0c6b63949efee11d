import { identifierOf } from './identifiers'
import { addFeedback, base, responseDeclaration, setOutcome, variable } from './rules'
import { counts, shapeOf, type Shape } from './shapes'
import type { Body, Of, PackedPicture, Say } from './write-body'
import { escapeMarkup } from '../html-entities'
import { oneLine } from '../plain-text'
import { element } from './xml'

/**
 * selectPointInteraction (section 7.4.4): a press on a picture. Areas have no name in QTI: it becomes the title of
 * the feedback that a press inside them shows.
 */
export function writePoint(item: Of<'point'>, say: Say, picture: PackedPicture): Body {
  const whole = item.areas.filter(({ shape, at }) => counts[shape](at.length))
  const areas = whole.map((area) => ({ ...area, ...shapeOf(area, picture) }))
  const mapping = element(
    'areaMapping',
    { lowerBound: 0, upperBound: 1, defaultValue: 0 },
    ...areas.map(({ shape, coords, correct }) =>
      element('areaMapEntry', { shape, coords, mappedValue: correct ? 1 : 0 }),
    ),
  )
  const { href, alt, type, width, height } = picture
  return {
    responses: [
      responseDeclaration('RESPONSE', {
        cardinality: 'single',
        baseType: 'point',
        areas: areas.length > 0 ? mapping : undefined,
      }),
    ],
    content: element(
      'selectPointInteraction',
      { responseIdentifier: 'RESPONSE', maxChoices: 1 },
      element('object', { data: href, type, width, height }, escapeMarkup(alt)),
    ),
    score: areas.length > 0 ? [firstOf(areas)] : 'none',
    feedback: areas.map(({ id, name, feedback }) => ({
      id: identifierOf(id),
      title: oneLine(say(name)),
      text: feedback ? say(feedback) : '',
    })),
    losses:
      whole.length < item.areas.length
        ? [{ key: 'qti.shape', values: { count: item.areas.length - whole.length } }]
        : [],
  }
}

/** Of areas one over the other the first counts, and tells. */
function firstOf(areas: (Pick<Of<'point'>['areas'][number], 'id' | 'correct'> & Shape)[]): string {
  const branches = areas.map(({ id, shape, coords, correct }, i) =>
    element(
      i === 0 ? 'responseIf' : 'responseElseIf',
      {},
      element('inside', { shape, coords }, variable('RESPONSE')),
      setOutcome('SCORE', base('float', correct ? 1 : 0)),
      addFeedback(identifierOf(id)),
    ),
  )
  return element('responseCondition', {}, ...branches)
}
