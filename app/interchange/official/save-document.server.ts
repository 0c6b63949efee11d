import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { documentAt, type DocumentRow } from './document-row.server'
import { draftOf } from './draft-of.server'
import {
  dataMark,
  mergeTyped,
  sectionMark,
  sectionsOf,
  wordingFaults,
  type TypedSection,
  type Wording,
  type WordingConflict,
  type WordingFault,
} from './wording'

export type DocumentInput = {
  /** The revision that the form was opened with. */ revision: number
  typed: ReadonlyMap<string, TypedSection>
  /** A section to go back to its suggestion, or to bring back what was written in it. */
  then?: { key: string; to: 'suggested' | 'kept' }
}

export type SaveAnswer =
  | { kind: 'saved'; changed: number }
  | { kind: 'wrong'; faults: WordingFault[] }
  /** `marks`: what stands in each section now, for the form that asks again. */
  | {
      kind: 'conflict'
      conflicts: WordingConflict[]
      marks: Record<string, string>
      revision: number
      editor: string | null
      at: string
    }

/** Saves what was written into a document. What somebody else wrote meanwhile stays; what both wrote is asked about. */
export async function saveDocument(actor: Actor, id: string, input: DocumentInput): Promise<SaveAnswer> {
  documentAt(actor, id)
  const faults = wordingFaults(input.typed)
  if (faults.length > 0) return { kind: 'wrong', faults }
  return inTransaction(async (tx): Promise<SaveAnswer> => {
    const row = documentAt(actor, id, tx)
    const draft = draftOf(actor, { ...row, createdAt: new Date(row.createdAt) })
    if (!draft || row.removedAt !== null) throw refuse('notFound')
    const sections = sectionsOf(draft, row.wording)
    const behind = row.revision !== input.revision
    const { wording, conflicts, changed } = mergeTyped(sections, row.wording, input.typed, behind)
    if (conflicts.length > 0)
      return {
        kind: 'conflict',
        conflicts,
        marks: Object.fromEntries(sections.map((section) => [section.key, sectionMark(section)])),
        revision: row.revision,
        editor: row.editor,
        at: row.editedAt,
      }
    const turned = turn(wording, input.then)
    await store(tx, actor, row, turned, dataMark(draft))
    return { kind: 'saved', changed: changed.length }
  })
}

/** Takes the suggestion of one section again, or what was written in it before. */
function turn(wording: Wording, then: DocumentInput['then']): Wording {
  const own = then && wording[then.key]
  return own ? { ...wording, [then.key]: { ...own, used: then.to === 'kept' } } : wording
}

async function store(
  tx: Tx,
  actor: Actor,
  { id, revision }: DocumentRow,
  wording: Wording,
  mark: string,
): Promise<void> {
  tx.sql.run(
    'UPDATE OfficialDocument SET wording = ?, dataMark = ?, revision = ?, editedAt = ?, editedBy = ? WHERE id = ?',
    ...[JSON.stringify(wording), mark, revision + 1, dbDate(now()), actor.accountId, id],
  )
  await audit(tx, actor.accountId, 'document.save', id, { revision: revision + 1 })
}

/** Takes a document off the list, or puts it back; nothing of it is lost. */
export async function removeDocument(actor: Actor, id: string, removed: boolean): Promise<void> {
  await inTransaction(async (tx) => {
    documentAt(actor, id, tx)
    tx.sql.run(
      'UPDATE OfficialDocument SET removedAt = ?, removedBy = ? WHERE id = ?',
      removed ? dbDate(now()) : null,
      removed ? actor.accountId : null,
      id,
    )
    await audit(tx, actor.accountId, removed ? 'document.remove' : 'document.restore', id)
  })
}
