import type { Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'

export type PersonPlace = { provinceCode: string; communeCode: string | null; personId: string }

/** Where a person is, as the policy asks for it. */
export function personPlace(from: { sql: Pick<Reader['sql'], 'get'> }, personId: string): PersonPlace {
  const place = from.sql.get<PersonPlace>(
    `SELECT p.id AS personId, p.provinceCode, pc.communeCode FROM Person p
     LEFT JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL WHERE p.id = ?`,
    personId,
  )
  if (!place) throw refuse('notFound')
  return place
}
