import { scenarioVersion } from '~/assessment/practice/versions.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { newestTask, publishTask } from './publish-task.server'

/**
 * Publishes what an older version said as the next one. Nothing happens where another version came since `seen`.
 * @returns the id of the new version, or null
 */
export async function rollBackTask(
  actor: Actor,
  { code, to, seen }: { code: string; to: string; seen: string },
): Promise<string | null> {
  authorise(actor, 'studio.review')
  return inTransaction(async (tx): Promise<string | null> => {
    if (newestTask(tx, code)?.id !== seen) return null
    const { id: _id, ...older } = scenarioVersion(to)
    if (older.code !== code || to === seen) throw refuse('badRequest')
    const version = publishTask(tx, older)
    await audit(tx, actor.accountId, 'practice.rollback', version, { to })
    return version
  })
}

/** Takes a task out of use, or gives its newest version again. Tries that have begun go on. */
export async function retireTask(actor: Actor, code: string, retired: boolean): Promise<void> {
  authorise(actor, 'studio.review')
  await inTransaction(async (tx) => {
    const newest = newestTask(tx, code)
    if (!newest) throw refuse('notFound')
    // A version of the studio's own, so that the next loading of content/ does not bring the task back.
    const own = tx.sql.get("SELECT 1 FROM PracticeVersion WHERE id = ? AND origin = 'studio'", newest.id)
    const { id: _id, ...scenario } = scenarioVersion(newest.id)
    const id = own ? newest.id : publishTask(tx, scenario)
    tx.sql.run('UPDATE PracticeVersion SET retired = ? WHERE id = ?', retired ? 1 : 0, id)
    await audit(tx, actor.accountId, retired ? 'practice.retire' : 'practice.restore', id)
  })
}
