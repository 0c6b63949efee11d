import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { openDraft } from '../drafts/find-draft.server'
import { kindOf } from '../drafts/kinds'
import { allFaults, publisherOf } from './publishers.server'
import { newestVersion, storeVersion } from './store-version.server'

export type Published =
  { kind: 'published'; id: string } | { kind: 'changed' } | { kind: 'newer'; newest: string }

/**
 * Publishes an approved draft as an immutable version. Where another version was published since the draft began, it asks
 * first: `over` names the version that the person has seen and goes past.
 */
export async function publishDraft(
  actor: Actor,
  { id, seen, over }: { id: string; seen: number; over?: string },
): Promise<Published> {
  authorise(actor, 'studio.write')
  return inTransaction(async (tx): Promise<Published> => {
    const draft = openDraft(tx, id)
    if (draft.revision !== seen || draft.state !== 'approved') return { kind: 'changed' }
    const { summaryOf } = kindOf(draft.kind)
    if (allFaults(draft.kind, draft.data).length > 0) return { kind: 'changed' }
    const newest = newestVersion(tx, draft.kind, summaryOf(draft.data).code)
    if (newest && newest.id !== draft.baseId && newest.id !== over)
      return { kind: 'newer', newest: newest.id }
    const version = storeVersion(tx, draft.kind, publisherOf(draft.kind).content(draft.data))
    tx.sql.run("UPDATE ContentDraft SET state = 'published', publishedId = ? WHERE id = ?", version, id)
    await audit(tx, actor.accountId, `${draft.kind}.publish`, version, { draft: id })
    return { kind: 'published', id: version }
  })
}
