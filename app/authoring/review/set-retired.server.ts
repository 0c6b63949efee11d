import { itemVersion } from '~/assessment/content.server'
import type { Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { newestItem, publishItem } from './publish-item.server'

/** Takes an item out of use, or gives its newest version again, inside the caller's transaction. What somebody began with it stays as it was. */
export async function setRetired(tx: Tx, actor: Actor, code: string, retired: boolean): Promise<void> {
  authorise(actor, 'studio.review')
  const newest = newestItem(tx, code)
  if (!newest) throw refuse('notFound')
  // A version of the studio's own, so that the next loading of content/ does not bring the item back.
  const { id: _id, ...item } = itemVersion(newest.id)
  const own = tx.sql.get("SELECT 1 FROM ItemVersion WHERE id = ? AND origin = 'studio'", newest.id)
  const id = own ? newest.id : publishItem(tx, item)
  tx.sql.run('UPDATE ItemVersion SET retired = ? WHERE id = ?', retired ? 1 : 0, id)
  await audit(tx, actor.accountId, retired ? 'item.retire' : 'item.restore', id)
}
