import { parseNumber } from '../answer-entry'
import type { Values } from './condition'
import { offeredActions } from './engine'
import type { Field, Move, Screen } from './scenario'

/** The longest text that a field takes. */
export const longestText = 100

/** The name of a field in the form of a screen. */
export function fieldName(id: string): string {
  return `f.${id}`
}

/** The button that was pressed. The Enter key presses none: it means the one that what was filled in is for. */
export function readAction(screen: Screen, values: Values, form: Pick<FormData, 'get'>): string {
  const pressed = form.get('action')
  if (typeof pressed === 'string') return pressed
  const offered = offeredActions(screen, values)
  const meant =
    offered.find(({ needs }) => needs.length > 0) ?? (offered.length === 1 ? offered[0] : undefined)
  return meant?.id ?? ''
}

/** What a form says of the fields of a screen; a number that is none stays as it was typed. */
export function readFields(fields: readonly Field[], form: Pick<FormData, 'getAll'>): Move['fields'] {
  return Object.fromEntries(
    fields.flatMap(({ id, kind }): [string, Move['fields'][string]][] => {
      const given = form
        .getAll(fieldName(id))
        .flatMap((each) => (typeof each === 'string' ? [each.trim().slice(0, longestText)] : []))
      const [first] = given
      if (kind === 'choices') return given.length > 0 ? [[id, given]] : []
      if (first === undefined || first === '') return []
      return [[id, kind === 'number' ? (parseNumber(first) ?? first) : first]]
    }),
  )
}
