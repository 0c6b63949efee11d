import type { Body, Of, Say } from './write-body'
import { escapeMarkup } from '../html-entities'
import { oneLine } from '../plain-text'
import { element, inline } from './xml'

/** A word of Vietnamese or English with the space after it, roughly: QTI counts characters. */
export const charactersPerWord = 6

/** extendedTextInteraction (section 7.3.3), and the rubric for whoever marks it (section 6.6). */
export function writeEssay(item: Of<'essay'>, say: Say): Body {
  const criteria = item.rubric.map(({ id, name, levels }) =>
    element(
      'div',
      { class: 'criterion', label: id },
      element('p', {}, inline(oneLine(say(name)))),
      levels.length === 0
        ? ''
        : element(
            'ul',
            {},
            ...levels.map((level) =>
              element('li', {}, `${level.points}: ${escapeMarkup(oneLine(say(level)))}`),
            ),
          ),
    ),
  )
  return {
    responses: [
      element('responseDeclaration', { identifier: 'RESPONSE', cardinality: 'single', baseType: 'string' }),
    ],
    content:
      (criteria.length > 0 ? element('rubricBlock', { view: 'scorer' }, ...criteria) : '') +
      element('extendedTextInteraction', {
        responseIdentifier: 'RESPONSE',
        expectedLength: item.most * charactersPerWord,
      }),
    score: 'none',
  }
}
