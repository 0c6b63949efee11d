import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { placeOfCommune } from '../places/places.server'
import { teamAt } from './team-at.server'

/**
 * Takes somebody out of a team, or puts somebody back (`back`), and says whether that changed anything: a form
 * sent twice does not. The person stays in the commune's list; somebody who is not in it is not found.
 */
export async function moveMember(
  actor: Actor,
  communeCode: string,
  teamId: string,
  personId: string,
  back: boolean,
): Promise<boolean> {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  return inTransaction(async (tx) => {
    teamAt(tx, communeCode, teamId)
    const person = tx.sql.get<{ teamId: string | null }>(
      `SELECT p.teamId FROM Person p JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL
       WHERE p.id = ? AND pc.communeCode = ?`,
      personId,
      communeCode,
    )
    if (!person) throw refuse('notFound')
    if (person.teamId !== (back ? null : teamId)) return false
    tx.sql.run('UPDATE Person SET teamId = ? WHERE id = ?', back ? teamId : null, personId)
    await audit(tx, actor.accountId, back ? 'team.putBack' : 'team.takeOut', personId, { teamId })
    return true
  })
}
