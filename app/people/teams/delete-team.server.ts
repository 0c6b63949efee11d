import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { placeOfCommune } from '../places/places.server'
import { teamAt } from './team-at.server'

/** Ends a team. Its members stay in the commune's list with their accounts and what they learned. */
export async function deleteTeam(actor: Actor, communeCode: string, teamId: string): Promise<void> {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  await inTransaction(async (tx) => {
    teamAt(tx, communeCode, teamId)
    await tx.communityTeam.delete({ where: { id: teamId } })
    await audit(tx, actor.accountId, 'team.delete', teamId, { communeCode })
  })
}
