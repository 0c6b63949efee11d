import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { placeOfCommune } from '../places/places.server'

/**
 * Ends a team. Its members stay in the commune's list with their accounts and what they learned.
 * A team that is gone already, as after a second press, needs nothing more.
 */
export async function deleteTeam(actor: Actor, communeCode: string, teamId: string): Promise<void> {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  await inTransaction(async (tx) => {
    const team = await tx.communityTeam.findUnique({ where: { id: teamId } })
    if (!team) return
    if (team.communeCode !== communeCode) throw refuse('notFound')
    await tx.communityTeam.delete({ where: { id: teamId } })
    await audit(tx, actor.accountId, 'team.delete', teamId, { communeCode })
  })
}
