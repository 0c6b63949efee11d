import { randomUUID } from 'node:crypto'
import { fold } from '~/formats/fold'
import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { DraftKindName } from './draft-kind'
import { kindOf } from './kinds'

type NewDraft = {
  kind: DraftKindName
  /** As the schema of the kind's drafts has it. */
  data: unknown
  /** The published version that it begins from. */
  baseId?: string
}

/**
 * Makes a draft with its first revision, inside the caller's transaction.
 * @returns the id of the draft
 */
export function createDraft(tx: Tx, actor: Actor, { kind, data, baseId }: NewDraft): string {
  authorise(actor, 'studio.write')
  const id = randomUUID()
  const at = dbDate(now())
  const stored = storedDraft(kind, data)
  tx.sql.run(
    `INSERT INTO ContentDraft (id, kind, code, title, titleFolded, data, revision, baseId, state, competency, level,
       createdAt, createdBy, updatedAt, updatedBy) VALUES (?, ?, ?, ?, ?, ?, 1, ?, 'writing', ?, ?, ?, ?, ?, ?)`,
    ...[id, kind, stored.code, stored.title, stored.titleFolded, stored.data, baseId ?? null],
    ...[stored.competency, stored.level, at, actor.accountId, at, actor.accountId],
  )
  tx.sql.run(
    'INSERT INTO DraftRevision (draftId, number, data, at, by) VALUES (?, 1, ?, ?, ?)',
    ...[id, stored.data, at, actor.accountId],
  )
  return id
}

/** A draft's data and what lists know of it, as columns. */
export function storedDraft(kind: DraftKindName, data: unknown) {
  const { schema, summaryOf, textsOf } = kindOf(kind)
  const parsed = schema.parse(data)
  const { code, title, competency, level } = summaryOf(parsed)
  const words = textsOf(parsed).flatMap(({ text }) => [text.vi, text.en])
  return {
    data: JSON.stringify(parsed),
    code,
    title: title.slice(0, 300),
    titleFolded: fold(words.join(' ')).slice(0, 2000),
    competency,
    level,
  }
}
