import type { Reader } from '~/platform/db/db.server'
import type { Candidate } from './match-people'

/** Everybody of a province with the commune where each works now. */
export function directory(from: { sql: Pick<Reader['sql'], 'all'> }, provinceCode: string): Candidate[] {
  return from.sql.all<Candidate>(
    `SELECT p.id AS personId, p.staffCode, p.fullName, p.birthDate, pc.communeCode, c.name AS communeName
     FROM Person p LEFT JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL
     LEFT JOIN Commune c ON c.code = pc.communeCode WHERE p.provinceCode = ? ORDER BY p.staffCode`,
    provinceCode,
  )
}
