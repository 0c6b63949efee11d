import { reader, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { DocumentHead } from './sent-document'

export type DocumentRow = DocumentHead & {
  accountId: string
  language: Locale
  title: string
  losses: string
  problem: string | null
  draftId: string | null
}

const columns =
  'id, accountId, fileName, language, kind, title, state, losses, problem, lessonCount, draftId, createdAt'

/** A document that the actor sent, without its file; anybody else's is not found. */
export function documentFor(actor: Actor, id: string, sql: Pick<Tx['sql'], 'get'> = reader.sql): DocumentRow {
  authorise(actor, 'studio.write')
  const row = sql.get<DocumentRow>(`SELECT ${columns} FROM DocumentImport WHERE id = ?`, id)
  if (!row || row.accountId !== actor.accountId) throw refuse('notFound')
  return row
}
