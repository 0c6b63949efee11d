import { itemVersion } from '~/assessment/content.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { newestItem, publishItem } from './publish-item.server'
import { setRetired } from './set-retired.server'

/**
 * Publishes what an older version said as the next one. Nothing happens where another version came since `seen`.
 * @returns the id of the new version, or null
 */
export async function rollBackItem(
  actor: Actor,
  { code, to, seen }: { code: string; to: string; seen: string },
): Promise<string | null> {
  authorise(actor, 'studio.review')
  return inTransaction(async (tx): Promise<string | null> => {
    const newest = newestItem(tx, code)
    if (newest?.id !== seen) return null
    const { id: _id, ...older } = itemVersion(to)
    if (older.code !== code || to === seen) throw refuse('badRequest')
    const version = publishItem(tx, older)
    await audit(tx, actor.accountId, 'item.rollback', version, { to })
    return version
  })
}

/** Takes an item out of use, or gives its newest version again. What somebody began with it stays as it was. */
export async function retireItem(actor: Actor, code: string, retired: boolean): Promise<void> {
  authorise(actor, 'studio.review')
  await inTransaction((tx) => setRetired(tx, actor, code, retired))
}
