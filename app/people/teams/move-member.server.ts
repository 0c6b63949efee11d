import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { placeOfCommune } from '../places/places.server'
import { teamAt } from './team-at.server'

/** Takes somebody out of a team, or puts somebody back (`back`). The person stays in the commune's list. */
export async function moveMember(
  actor: Actor,
  communeCode: string,
  teamId: string,
  personId: string,
  back: boolean,
): Promise<void> {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  await inTransaction(async (tx) => {
    teamAt(tx, communeCode, teamId)
    const moved = back
      ? tx.sql.run(
          `UPDATE Person SET teamId = ? WHERE id = ? AND teamId IS NULL
           AND id IN (SELECT personId FROM PersonCommune WHERE communeCode = ? AND until IS NULL)`,
          teamId,
          personId,
          communeCode,
        )
      : tx.sql.run('UPDATE Person SET teamId = NULL WHERE id = ? AND teamId = ?', personId, teamId)
    if (moved === 0 && !tx.sql.get('SELECT 1 FROM Person WHERE id = ?', personId)) throw refuse('notFound')
    await audit(tx, actor.accountId, back ? 'team.putBack' : 'team.takeOut', personId, { teamId })
  })
}
