import { compareVi } from '~/formats/fold'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { communeByCode, placeOfCommune } from '../places/places.server'

export type TeamCount = { id: string; name: string; members: number; activated: number; waiting: number }

// For whom a slip is made (people/slips): an account that is not closed and has no password yet.
const waits = 'a.passwordHash IS NULL AND a.disabledAt IS NULL'

/** The community digital technology teams of a commune, with how many members have an account in use. */
export function listTeams(
  actor: Actor,
  communeCode: string,
): { commune: { code: string; name: string }; teams: TeamCount[] } {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  const { code, name } = communeByCode(communeCode)
  const teams = reader.sql.all<TeamCount>(
    `SELECT t.id, t.name, count(p.id) AS members, count(a.passwordHash) AS activated,
       count(CASE WHEN ${waits} THEN a.id END) AS waiting
     FROM CommunityTeam t LEFT JOIN Person p ON p.teamId = t.id LEFT JOIN Account a ON a.personId = p.id
     WHERE t.communeCode = ? GROUP BY t.id`,
    communeCode,
  )
  return { commune: { code, name }, teams: teams.sort((a, b) => compareVi(a.name, b.name)) }
}

/** How many members of a team a slip would be made for. */
export function waitingIn(teamId: string): number {
  return reader.sql.get<{ n: number }>(
    `SELECT count(*) AS n FROM Person p JOIN Account a ON a.personId = p.id WHERE p.teamId = ? AND ${waits}`,
    teamId,
  )!.n
}
