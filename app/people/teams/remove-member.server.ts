import { inTransaction, type Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { personPlace } from '../persons/person-place.server'
import { placeOfCommune } from '../places/places.server'
import { teamAt } from './team-at.server'

// Of the kind that teams make, never with a position or another role, never signed in, nothing learned.
const neverUsed = `p.kind = 'community_team' AND a.passwordHash IS NULL AND a.lastSignInAt IS NULL
  AND NOT EXISTS (SELECT 1 FROM PersonPosition x WHERE x.personId = p.id)
  AND NOT EXISTS (SELECT 1 FROM RoleGrant x WHERE x.accountId = a.id AND x.role <> 'learner')
  AND NOT EXISTS (SELECT 1 FROM Enrolment x WHERE x.personId = p.id)
  AND NOT EXISTS (SELECT 1 FROM LearningRecord x WHERE x.personId = p.id)
  AND NOT EXISTS (SELECT 1 FROM QuizAttempt x WHERE x.personId = p.id)
  AND NOT EXISTS (SELECT 1 FROM Certificate x WHERE x.personId = p.id)`

/** The members of a team who were written down for it and have never used their account. */
export function removableMembers(from: { sql: Pick<Reader['sql'], 'all'> }, teamId: string): Set<string> {
  const found = from.sql.all<{ id: string }>(
    `SELECT p.id FROM Person p JOIN Account a ON a.personId = p.id WHERE p.teamId = ? AND ${neverUsed}`,
    teamId,
  )
  return new Set(found.map(({ id }) => id))
}

/**
 * Deletes somebody who was put into a team by mistake, with account and slips. Anybody who is more than a name
 * on its list cannot be deleted here. Somebody who is gone already needs nothing more: then it answers false.
 */
export async function removeMember(
  actor: Actor,
  communeCode: string,
  teamId: string,
  personId: string,
): Promise<boolean> {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  return inTransaction(async (tx) => {
    teamAt(tx, communeCode, teamId)
    if (!tx.sql.get('SELECT 1 FROM Person WHERE id = ?', personId)) return false
    const here = personPlace(tx, personId).communeCode === communeCode
    if (!here || !removableMembers(tx, teamId).has(personId)) throw refuse('notFound')
    await tx.person.delete({ where: { id: personId } })
    await audit(tx, actor.accountId, 'person.erase', personId, { communeCode, teamId })
    return true
  })
}
