import { escapeMarkup } from '../html-entities'
import { element } from './xml'

/** Expressions and rules of response processing (QTI 2.1 Assessment Test, Section and Item Information Model, sections 8 and 15). */

export const variable = (identifier: string) => element('variable', { identifier })
export const correct = (identifier: string) => element('correct', { identifier })
export const mapResponse = (identifier: string) => element('mapResponse', { identifier })
export const base = (baseType: string, value: string | number) =>
  element('baseValue', { baseType }, escapeMarkup(String(value)))
export const setOutcome = (identifier: string, value: string) =>
  element('setOutcomeValue', { identifier }, value)

/** "If … then …, else …"; without an `otherwise` nothing happens then. */
export function when(condition: string, then: string, otherwise?: string): string {
  return element(
    'responseCondition',
    {},
    element('responseIf', {}, condition, then),
    otherwise === undefined ? '' : element('responseElse', {}, otherwise),
  )
}

/** The last rule where what came before may cost more than it brings. */
export const notBelowZero = when(
  element('lt', {}, variable('SCORE'), base('float', 0)),
  setOutcome('SCORE', base('float', 0)),
)

/** Adds to the feedback that is shown. */
export const addFeedback = (identifier: string) =>
  setOutcome('FEEDBACK', element('multiple', {}, variable('FEEDBACK'), base('identifier', identifier)))

/** The same as the template match_correct. */
export const matchCorrect = (response: string) =>
  when(
    element('match', {}, variable(response), correct(response)),
    setOutcome('SCORE', base('float', 1)),
    setOutcome('SCORE', base('float', 0)),
  )

type Value = string | number
type Declared = {
  cardinality: 'single' | 'multiple' | 'ordered'
  baseType: 'identifier' | 'string' | 'float' | 'directedPair' | 'point'
  correct?: Value[]
  mapping?: { entries: { key: string; value: number; caseSensitive?: boolean }[]; rest: number } | undefined
  /** What stands instead of a mapping for points of a picture, ready written. */
  areas?: string | undefined
}

/** A response variable, its right answer and what each answer brings, from 0 to 1 in all (section 3). */
export function responseDeclaration(identifier: string, declared: Declared): string {
  const values = (declared.correct ?? []).map((value) => element('value', {}, escapeMarkup(String(value))))
  const entries = (declared.mapping?.entries ?? []).map(({ key, value, caseSensitive }) =>
    element('mapEntry', { mapKey: key, mappedValue: value, caseSensitive }),
  )
  return element(
    'responseDeclaration',
    { identifier, cardinality: declared.cardinality, baseType: declared.baseType },
    values.length ? element('correctResponse', {}, ...values) : '',
    entries.length
      ? element(
          'mapping',
          { lowerBound: 0, upperBound: 1, defaultValue: declared.mapping?.rest ?? 0 },
          ...entries,
        )
      : '',
    declared.areas ?? '',
  )
}
