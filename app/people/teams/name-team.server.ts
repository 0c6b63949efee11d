import { randomUUID } from 'node:crypto'
import { fold } from '~/formats/fold'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { placeOfCommune } from '../places/places.server'
import { teamAt } from './team-at.server'

export type NameAnswer = { teamId: string; fault?: never } | { fault: 'form.name.taken'; teamId?: never }

/** Makes a team (`teamId` null) or gives one another name. A commune has each name once, however it is spelled. */
export async function nameTeam(
  actor: Actor,
  communeCode: string,
  teamId: string | null,
  name: string,
): Promise<NameAnswer> {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  return inTransaction(async (tx): Promise<NameAnswer> => {
    if (teamId) teamAt(tx, communeCode, teamId)
    if (isTaken(tx, communeCode, teamId, name)) return { fault: 'form.name.taken' }
    const id = teamId ?? randomUUID()
    if (teamId) await tx.communityTeam.update({ where: { id }, data: { name } })
    else {
      await tx.communityTeam.create({
        data: { id, communeCode, name, createdAt: now(), createdBy: actor.accountId },
      })
    }
    await audit(tx, actor.accountId, teamId ? 'team.rename' : 'team.create', id, { communeCode })
    return { teamId: id }
  })
}

function isTaken(tx: Tx, communeCode: string, teamId: string | null, name: string): boolean {
  const others = tx.sql.all<{ id: string; name: string }>(
    'SELECT id, name FROM CommunityTeam WHERE communeCode = ?',
    communeCode,
  )
  return others.some((other) => other.id !== teamId && fold(other.name) === fold(name))
}
