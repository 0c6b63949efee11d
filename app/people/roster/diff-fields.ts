import { sameBirth } from './birth-date'
import type { FieldChange } from './diff-types'
import type { ExistingPerson, PersonField, RosterPerson } from './types'

const fields: PersonField[] = [
  'staffCode',
  'fullName',
  'birthDate',
  'sex',
  'communeCode',
  'positionCodes',
  'kind',
  'email',
]

/**
 * What a row would change about a person. What the file leaves unsaid changes nothing, and a year alone does
 * not replace the full date that lies in it.
 */
export function fieldChanges(stored: ExistingPerson, told: RosterPerson): FieldChange[] {
  return fields.flatMap((field) => {
    const from = stored[field]
    const to = told[field]
    return to === null || equal(field, from, to) ? [] : [{ field, from, to }]
  })
}

function equal(field: PersonField, from: RosterPerson[PersonField], to: RosterPerson[PersonField]): boolean {
  if (Array.isArray(from) && Array.isArray(to))
    return from.length === to.length && from.every((code, i) => code === to[i])
  if (field === 'birthDate' && typeof from === 'string' && typeof to === 'string' && to.length === 4)
    return sameBirth(from, to)
  return typeof from === 'string' && typeof to === 'string' ? from.normalize('NFC') === to : from === to
}
