import { fold } from '~/formats/fold'
import { personRows, type PersonRow } from '~/people/persons/person-row.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { managedClass } from '../class-at.server'

export const mostFound = 200

export type Search = { text: string; commune: string; position: string }
export type FoundPerson = Pick<
  PersonRow,
  'id' | 'staffCode' | 'fullName' | 'communeName' | 'positionCodes'
> & { seated: boolean }
export type FoundPeople = { rows: FoundPerson[]; total: number }

/** People of the class's province by name or staff code, commune and position; the first two hundred by given name. */
export function findPeople(actor: Actor, classId: string, { text, commune, position }: Search): FoundPeople {
  const { provinceCode } = managedClass(actor, classId)
  const like = (part: string) => `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = personRows(
    `p.provinceCode = ? AND (p.nameFolded LIKE ? ESCAPE '\\' OR p.staffCode LIKE ? ESCAPE '\\')
     AND (? = '' OR pc.communeCode = ?) AND (? = '' OR EXISTS (SELECT 1 FROM PersonPosition pp
       WHERE pp.personId = p.id AND pp.until IS NULL AND pp.positionCode = ?))`,
    provinceCode,
    like(fold(text)),
    like(text.trim().toUpperCase()),
    commune,
    commune,
    position,
    position,
  )
  const seated = seatedIn(classId)
  return {
    total: rows.length,
    rows: rows.slice(0, mostFound).map(({ id, staffCode, fullName, communeName, positionCodes }) => ({
      id,
      staffCode,
      fullName,
      communeName,
      positionCodes,
      seated: seated.has(id),
    })),
  }
}

/** Those who have a seat in a class now. */
export function seatedIn(
  classId: string,
  from: { sql: Pick<typeof reader.sql, 'all'> } = reader,
): Set<string> {
  const rows = from.sql.all<{ personId: string }>(
    'SELECT personId FROM ClassPlace WHERE classId = ? AND withdrawnAt IS NULL',
    classId,
  )
  return new Set(rows.map(({ personId }) => personId))
}
