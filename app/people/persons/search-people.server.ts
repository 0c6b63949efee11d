import { fold } from '~/formats/fold'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { workProvince } from '../places/work-province.server'
import { personRows, type PersonRow } from './person-row.server'

export const mostFound = 100

/** People of the actor's province whose name or staff code contains `text`, the first hundred by given name. */
export function searchPeople(actor: Actor, text: string): { rows: PersonRow[]; total: number } {
  const provinceCode = workProvince(actor, 'people.edit')
  authorise(actor, 'people.edit', { provinceCode })
  const like = (part: string) => `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = personRows(
    "p.provinceCode = ? AND (p.nameFolded LIKE ? ESCAPE '\\' OR p.staffCode LIKE ? ESCAPE '\\')",
    provinceCode,
    like(fold(text)),
    like(text.trim().toUpperCase()),
  )
  return { rows: rows.slice(0, mostFound), total: rows.length }
}
