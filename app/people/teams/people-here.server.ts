import type { Reader } from '~/platform/db/db.server'
import type { Namesake } from './match-members'

/** Everybody at a commune now, with the team that each is in. */
export function peopleHere(from: { sql: Pick<Reader['sql'], 'all'> }, communeCode: string): Namesake[] {
  return from.sql.all<Namesake>(
    `SELECT p.id AS personId, p.staffCode, p.fullName, p.birthDate, p.teamId, t.name AS team
     FROM PersonCommune pc JOIN Person p ON p.id = pc.personId LEFT JOIN CommunityTeam t ON t.id = p.teamId
     WHERE pc.communeCode = ? AND pc.until IS NULL ORDER BY p.staffCode`,
    communeCode,
  )
}
