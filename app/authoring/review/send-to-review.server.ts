import { inTransaction, type Tx } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { DraftFault } from '../drafts/draft-kind'
import { openDraft, versionTables, type DraftRow } from '../drafts/find-draft.server'
import { kindOf } from '../drafts/kinds'
import { writeRevision } from '../drafts/save-draft.server'
import { translationOf } from '../drafts/translation'
import { allFaults, publisherOf } from './publishers.server'

export type Sent = { kind: 'sent' } | { kind: 'changed' } | { kind: 'faults'; faults: DraftFault[] }

/**
 * Sends a draft to whoever reviews. It has to be whole in both languages and without faults; a new item gets its code here.
 * Nothing is sent where somebody saved since `seen`.
 */
export async function sendToReview(actor: Actor, id: string, seen: number): Promise<Sent> {
  authorise(actor, 'studio.write')
  return inTransaction(async (tx): Promise<Sent> => {
    const draft = openDraft(tx, id)
    if (draft.revision !== seen) return { kind: 'changed' }
    if (draft.state === 'review' || draft.state === 'approved') return { kind: 'sent' }
    const { data: given, faults } = coded(tx, draft)
    const data = publisherOf(draft.kind).readied?.(given) ?? given
    const all = [...faults, ...allFaults(draft.kind, data), ...outdated(draft)]
    if (all.length > 0) return { kind: 'faults', faults: all }
    if (data !== draft.data) writeRevision(tx, actor, draft, data)
    tx.sql.run("UPDATE ContentDraft SET state = 'review' WHERE id = ?", id)
    await audit(tx, actor.accountId, 'draft.send', id)
    return { kind: 'sent' }
  })
}

function outdated(draft: DraftRow): DraftFault[] {
  return kindOf(draft.kind)
    .textsOf(draft.data)
    .filter((text) => translationOf(text, draft.confirmed) === 'outdated')
    .map(({ path }) => ({ key: 'fault.outdated', path }))
}

/** The draft's data under the code that it will be published with. */
function coded(tx: Tx, draft: DraftRow): { data: unknown; faults: DraftFault[] } {
  if (draft.baseId) return { data: draft.data, faults: [] }
  const { coded: give } = publisherOf(draft.kind)
  const isTaken = (code: string) =>
    tx.sql.get(
      `SELECT 1 FROM ${versionTables[draft.kind]} WHERE code = ? UNION ALL SELECT 1 FROM ContentDraft
       WHERE kind = ? AND code = ? AND id <> ? AND state <> 'published' AND deletedAt IS NULL LIMIT 1`,
      ...[code, draft.kind, code, draft.id],
    ) !== undefined
  if (!give)
    return { data: draft.data, faults: isTaken(draft.code) ? [{ key: 'fault.codeTaken', path: 'code' }] : [] }
  const given = give(draft.data, isTaken)
  return 'fault' in given ? { data: draft.data, faults: [given.fault] } : { data: given.data, faults: [] }
}
