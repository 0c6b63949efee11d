import { inTransaction, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { DraftKindName } from '../drafts/draft-kind'
import { versionTables } from '../drafts/find-draft.server'
import { newestVersion, storeVersion, versionContent } from './store-version.server'

/**
 * Publishes what an older version said as the next one. Nothing happens where another version came since `seen`.
 * @returns the id of the new version, or null
 */
export async function rollBack(
  actor: Actor,
  kind: DraftKindName,
  { code, to, seen }: { code: string; to: string; seen: string },
): Promise<string | null> {
  authorise(actor, 'studio.review')
  return inTransaction(async (tx): Promise<string | null> => {
    if (newestVersion(tx, kind, code)?.id !== seen) return null
    const older = versionContent(tx, kind, to)
    if (older.code !== code || to === seen) throw refuse('badRequest')
    const version = storeVersion(tx, kind, older)
    await audit(tx, actor.accountId, `${kind}.rollback`, version, { to })
    return version
  })
}

/** What is taken out of use, or, where `retired` is false, given again. */
type Retirement = [kind: DraftKindName, code: string, retired: boolean]

/** Takes content out of use, or gives its newest version again. What somebody began with it stays as it was. */
export function retire(actor: Actor, ...what: Retirement): Promise<void> {
  return inTransaction((tx) => setRetired(tx, actor, ...what))
}

/** The same inside the caller's transaction. */
export async function setRetired(tx: Tx, actor: Actor, ...[kind, code, retired]: Retirement): Promise<void> {
  authorise(actor, 'studio.review')
  const newest = newestVersion(tx, kind, code)
  if (!newest) throw refuse('notFound')
  // A version of the studio's own, so that the next loading of content/ does not bring it back.
  const id =
    newest.origin === 'studio' ? newest.id : storeVersion(tx, kind, versionContent(tx, kind, newest.id))
  tx.sql.run(`UPDATE ${versionTables[kind]} SET retired = ? WHERE id = ?`, retired ? 1 : 0, id)
  await audit(tx, actor.accountId, `${kind}.${retired ? 'retire' : 'restore'}`, id)
}
