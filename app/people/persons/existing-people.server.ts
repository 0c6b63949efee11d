import { refuse } from '~/platform/http/errors'
import type { Reader } from '~/platform/db/db.server'
import type { ExistingPerson } from '../roster/types'

type From = { sql: Pick<Reader['sql'], 'all'> }
type PersonRow = Omit<ExistingPerson, 'positionCodes' | 'communeCode'> & { communeCode: string | null }

const select = `SELECT p.id, p.staffCode, p.fullName, p.birthDate, p.sex, p.kind, p.email, pc.communeCode
  FROM Person p LEFT JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL`

/** Everyone stored for a province, with commune and positions of now; '' stands for a commune that has ended. */
export function existingPeople(from: From, provinceCode: string): ExistingPerson[] {
  const positions = new Map<string, string[]>()
  const held = from.sql.all<{ personId: string; positionCode: string }>(
    `SELECT pp.personId, pp.positionCode FROM PersonPosition pp JOIN Person p ON p.id = pp.personId
     WHERE p.provinceCode = ? AND pp.until IS NULL ORDER BY pp.rank, pp.id`,
    provinceCode,
  )
  for (const { personId, positionCode } of held) {
    const codes = positions.get(personId)
    if (codes) codes.push(positionCode)
    else positions.set(personId, [positionCode])
  }
  const rows = from.sql.all<PersonRow>(`${select} WHERE p.provinceCode = ?`, provinceCode)
  return rows.map((row) => ({
    ...row,
    communeCode: row.communeCode ?? '',
    positionCodes: positions.get(row.id) ?? [],
  }))
}

/** One person as stored. */
export function existingPerson(from: From, personId: string): ExistingPerson {
  const [person] = from.sql.all<PersonRow>(`${select} WHERE p.id = ?`, personId)
  if (!person) throw refuse('notFound')
  const held = from.sql.all<{ positionCode: string }>(
    'SELECT positionCode FROM PersonPosition WHERE personId = ? AND until IS NULL ORDER BY rank, id',
    personId,
  )
  return {
    ...person,
    communeCode: person.communeCode ?? '',
    positionCodes: held.map(({ positionCode }) => positionCode),
  }
}

export function takenStaffCodes(from: From): string[] {
  return from.sql.all<{ staffCode: string }>('SELECT staffCode FROM Person').map(({ staffCode }) => staffCode)
}
