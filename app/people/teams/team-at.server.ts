import type { Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'

export type Team = { id: string; name: string; communeCode: string }

/** A team of a commune; one of another commune is not found. */
export function teamAt(from: { sql: Pick<Reader['sql'], 'get'> }, communeCode: string, teamId: string): Team {
  const team = from.sql.get<Team>(
    'SELECT id, name, communeCode FROM CommunityTeam WHERE id = ? AND communeCode = ?',
    teamId,
    communeCode,
  )
  if (!team) throw refuse('notFound')
  return team
}
