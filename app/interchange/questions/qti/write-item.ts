import { gapMarker, type DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { mapResponse, matchCorrect, setOutcome } from './rules'
import type { Body, Of, PackedPicture, Say } from './write-body'
import { writeChoice, writeOrdering } from './write-choice'
import { writeEssay } from './write-essay'
import { writeMatching, writeTrueFalse } from './write-match'
import { writePoint } from './write-point'
import { writeGaps, writeNumeric, writeShort } from './write-typed'
import { cleanText, oneLine } from '../plain-text'
import { declaration, element, inline, paragraph } from './xml'

export type QtiVersion = '2.1' | '2.2'

const schemas = { '2.1': 'imsqti_v2p1', '2.2': 'imsqti_v2p2' } as const
export const namespaceOf = (version: QtiVersion) => `http://www.imsglobal.org/xsd/${schemas[version]}`
const templates = (version: QtiVersion) =>
  `http://www.imsglobal.org/question/qti_v${version.replace('.', 'p')}/rptemplates/`

export type ItemFile = {
  locale: 'vi' | 'en'
  version: QtiVersion
  words: { true: string; false: string }
  picture: PackedPicture | null
}

/** What of an item becomes its interaction; null where the format cannot hold the item as it is. */
function bodyOf(item: DraftItem, say: Say, { words, picture }: ItemFile): Body | null {
  if (!idsDiffer(item)) return null
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return isAsked(item.options, item.kind) ? writeChoice(item, say) : null
    case 'truefalse':
      return item.statements.length > 0 ? writeTrueFalse(item, say, words) : null
    case 'matching':
      return item.pairs.length > 0 ? writeMatching(item, say) : null
    case 'ordering':
      return item.steps.length > 0 ? writeOrdering(item, say) : null
    case 'numeric':
      return writeNumeric(item, say)
    case 'short':
      return writeShort(item, say)
    case 'gaps':
      return hasItsGaps(item, say) ? writeGaps(item, say) : null
    case 'point':
      return picture ? writePoint(item, say, picture) : null
    case 'essay':
      return writeEssay(item, say)
  }
}

/** Some options, and of a single choice no more than one that is right: a response holds one value then. */
function isAsked(options: Of<'single'>['options'], kind: 'single' | 'multiple'): boolean {
  return options.length > 0 && (kind === 'multiple' || options.filter(({ correct }) => correct).length <= 1)
}

/** Whether each gap stands in the text once. */
function hasItsGaps({ text, gaps }: Of<'gaps'>, say: Say): boolean {
  const marked = [...say(text).matchAll(new RegExp(gapMarker, 'g'))].map(([, id]) => id)
  return (
    gaps.length > 0 &&
    gaps.every(({ id }) => marked.filter((each) => each === id).length === 1) &&
    gaps.every((gap) => !('options' in gap) || isAsked(gap.options, 'single'))
  )
}

function idsDiffer(item: DraftItem): boolean {
  const parts: { id: string }[][] = [
    'options' in item ? item.options : [],
    'statements' in item ? item.statements : [],
    'steps' in item ? item.steps : [],
    'pairs' in item ? [...item.pairs, ...(item.extra ?? [])] : [],
    'areas' in item ? item.areas : [],
    'gaps' in item ? item.gaps : [],
    ...('gaps' in item ? item.gaps.map((gap) => ('options' in gap ? gap.options : [])) : []),
  ]
  return parts.every((each) => new Set(each.map(({ id }) => id)).size === each.length)
}

/**
 * An item as an assessmentItem of QTI 2.1 or 2.2, in one language; null where it has no part that could be asked.
 * Scores 0 to 1 as ours does. The explanation is feedback that is always shown (section 6.3).
 */
export function writeItem(item: DraftItem, file: ItemFile): { content: string; losses: Message[] } | null {
  const { locale, version, picture } = file
  const say: Say = (text) => cleanText(text[locale])
  const body = bodyOf(item, say, file)
  if (!body) return null
  const explained = say(item.explanation) !== ''
  const shown =
    picture && item.kind !== 'point' ? element('img', { src: picture.href, alt: oneLine(picture.alt) }) : ''
  const namespace = namespaceOf(version)
  const feedback = [
    ...(body.feedback ?? []).map((each) => ({ ...each, outcome: 'FEEDBACK' })),
    ...(explained ? [{ id: 'EXPLANATION', text: say(item.explanation), outcome: 'EXPLANATION' }] : []),
  ]
  return {
    content:
      declaration +
      element(
        'assessmentItem',
        {
          xmlns: namespace,
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          'xsi:schemaLocation': `${namespace} ${namespace}.xsd`,
          identifier: oneLine(item.code),
          title: oneLine(item.name ?? item.code),
          'xml:lang': locale,
          adaptive: false,
          timeDependent: false,
        },
        ...body.responses,
        ...outcomes(body, explained),
        element('itemBody', {}, paragraph(say(item.stem)), shown && element('p', {}, shown), body.content),
        processing(body, version),
        ...feedback.map(({ id, outcome, text, ...rest }) =>
          element(
            'modalFeedback',
            {
              outcomeIdentifier: outcome,
              showHide: 'show',
              identifier: id,
              title: 'title' in rest ? rest.title || undefined : undefined,
            },
            inline(text),
          ),
        ),
      ) +
      '\n',
    losses: body.losses ?? [],
  }
}

function outcomes({ feedback = [] }: Body, explained: boolean): string[] {
  const outcome = (identifier: string, baseType: string, cardinality: string, values: (string | number)[]) =>
    element(
      'outcomeDeclaration',
      { identifier, cardinality, baseType },
      values.length > 0
        ? element('defaultValue', {}, ...values.map((value) => element('value', {}, String(value))))
        : '',
    )
  const always = feedback.flatMap(({ id, always }) => (always ? [id] : []))
  return [
    outcome('SCORE', 'float', 'single', [0]),
    outcome('MAXSCORE', 'float', 'single', [1]),
    ...(feedback.length > 0 ? [outcome('FEEDBACK', 'identifier', 'multiple', always)] : []),
    ...(explained ? [outcome('EXPLANATION', 'identifier', 'single', ['EXPLANATION'])] : []),
  ]
}

/** A template where it says all; it leaves no room for rules of feedback, so these take its rules with them. */
function processing({ score, rules = [] }: Body, version: QtiVersion): string {
  if (typeof score === 'string' && score !== 'none' && rules.length === 0)
    return element('responseProcessing', { template: templates(version) + score })
  const scoring = {
    none: [],
    match_correct: [matchCorrect('RESPONSE')],
    map_response: [setOutcome('SCORE', mapResponse('RESPONSE'))],
  }
  const all = [...(typeof score === 'string' ? scoring[score] : score), ...rules]
  return all.length > 0 ? element('responseProcessing', {}, ...all) : ''
}
