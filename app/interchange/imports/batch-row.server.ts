import { reader } from '~/platform/db/db.server'
import type { Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { BatchHead } from './batch'

export type BatchRow = BatchHead & {
  accountId: string
  language: Locale
  notes: string
  problem: string | null
  summary: string | null
}

const columns = 'id, accountId, fileName, language, format, state, notes, problem, summary, createdAt'

/** An import of the actor's own, without its file; anybody else's is not found. */
export function batchFor(actor: Actor, id: string, sql: Pick<Tx['sql'], 'get'> = reader.sql): BatchRow {
  authorise(actor, 'studio.write')
  const row = sql.get<BatchRow>(`SELECT ${columns} FROM ImportBatch WHERE id = ?`, id)
  if (!row || row.accountId !== actor.accountId) throw refuse('notFound')
  return row
}
