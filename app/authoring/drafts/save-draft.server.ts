import { sameData } from '~/formats/same-data'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { storedDraft } from './create-draft.server'
import { openDraft, type DraftRow } from './find-draft.server'
import { kindOf } from './kinds'
import { confirmedAfter, confirmText } from './translation'

type Save = {
  id: string
  /** The revision that the person had before them. */
  seen: number
  data: unknown
  /** A text whose English the person says to be right still. */
  confirm?: string
}

export type Saved = { kind: 'saved'; revision: number } | { kind: 'conflict'; current: DraftRow }

/** Saves a draft as its next revision; where somebody else saved since `seen`, nothing is saved and theirs comes back. */
export async function saveDraft(actor: Actor, { id, seen, data, confirm }: Save): Promise<Saved> {
  authorise(actor, 'studio.write')
  return inTransaction((tx): Promise<Saved> => {
    const draft = openDraft(tx, id)
    const parsed = kindOf(draft.kind).schema.parse(data)
    const same = sameData(parsed, draft.data)
    if (draft.revision !== seen && !same) return Promise.resolve({ kind: 'conflict', current: draft })
    if (same && !confirm) return Promise.resolve({ kind: 'saved', revision: draft.revision })
    return Promise.resolve({ kind: 'saved', revision: writeRevision(tx, actor, draft, parsed, confirm) })
  })
}

/** Appends a revision. What waits for a review or has passed it goes back to its writers. @returns its number */
export function writeRevision(
  tx: Tx,
  actor: Actor,
  draft: DraftRow,
  data: unknown,
  confirm?: string,
): number {
  const { textsOf } = kindOf(draft.kind)
  const stored = storedDraft(draft.kind, data)
  const followed = confirmedAfter(textsOf(draft.data), textsOf(data), draft.confirmed)
  const confirmed = confirm ? confirmText(textsOf(data), confirm, followed) : followed
  const at = dbDate(now())
  const revision = draft.revision + 1
  tx.sql.run(
    `UPDATE ContentDraft SET data = ?, confirmed = ?, revision = ?, code = ?, title = ?, titleFolded = ?, competency = ?,
       level = ?, state = ?, updatedAt = ?, updatedBy = ? WHERE id = ?`,
    ...[stored.data, JSON.stringify(confirmed), revision, stored.code, stored.title, stored.titleFolded],
    ...[stored.competency, stored.level, draft.state === 'returned' ? 'returned' : 'writing'],
    ...[at, actor.accountId, draft.id],
  )
  tx.sql.run(
    'INSERT INTO DraftRevision (draftId, number, data, at, by) VALUES (?, ?, ?, ?, ?)',
    ...[draft.id, revision, stored.data, at, actor.accountId],
  )
  return revision
}
