import { reader, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { DraftKindName, DraftState } from './draft-kind'
import { kindOf } from './kinds'
import type { Confirmed } from './translation'

export type DraftRow = {
  id: string
  kind: DraftKindName
  code: string
  title: string
  data: unknown
  confirmed: Confirmed
  revision: number
  baseId: string | null
  publishedId: string | null
  state: DraftState
  competency: string | null
  level: number | null
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  deletedAt: string | null
}

/** Where the published versions of each kind are kept. */
export const versionTables = {
  item: 'ItemVersion',
  module: 'ModuleVersion',
  form: 'FormVersion',
  practice: 'PracticeVersion',
} as const satisfies Record<DraftKindName, string>

type Stored = Omit<DraftRow, 'data' | 'confirmed'> & { data: string; confirmed: string }

/** A draft by its id; one that was thrown away too. Refuses one that is not there. */
export function draftById(id: string, from: Pick<Tx, 'sql'> | typeof reader = reader): DraftRow {
  const row = from.sql.get<Stored>('SELECT * FROM ContentDraft WHERE id = ?', id)
  if (!row) throw refuse('notFound')
  return {
    ...row,
    data: kindOf(row.kind).schema.parse(JSON.parse(row.data)),
    confirmed: JSON.parse(row.confirmed) as Confirmed,
  }
}

/** The data of a draft as an earlier revision had it; null where there is no such revision. */
export function revisionOf(draft: Pick<DraftRow, 'id' | 'kind'>, number: number): unknown {
  const row = reader.sql.get<{ data: string }>(
    'SELECT data FROM DraftRevision WHERE draftId = ? AND number = ?',
    draft.id,
    number,
  )
  return row ? kindOf(draft.kind).schema.parse(JSON.parse(row.data)) : null
}

/** What the published version that a draft began from said, as a draft; null for a new one. */
export function baseOf({ kind, baseId }: Pick<DraftRow, 'kind' | 'baseId'>): unknown {
  return baseId ? asDraft(kind, baseId) : null
}

/** A published version as a draft of its kind. */
export function asDraft(kind: DraftKindName, versionId: string): unknown {
  const row = reader.sql.get<{ data: string }>(
    `SELECT data FROM ${versionTables[kind]} WHERE id = ?`,
    versionId,
  )
  if (!row) throw refuse('notFound')
  return kindOf(kind).schema.parse(JSON.parse(row.data))
}

/** A draft that can be changed now: neither thrown away nor published. */
export function openDraft(tx: Tx, id: string): DraftRow {
  const draft = draftById(id, tx)
  if (draft.deletedAt || draft.state === 'published') throw refuse('badRequest')
  return draft
}
