import { inTransaction, type Tx } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { documentFor } from './document-row.server'
import type { Mending } from './sent-document'

/** Keeps what was mended on a page of the preview; a document that is no preview any more stays as it is. */
export async function mendDocument(actor: Actor, id: string, mending: Mending): Promise<void> {
  await inTransaction((tx) => {
    if (documentFor(actor, id, tx.sql).state === 'preview') keepMending(tx, id, mending)
    return Promise.resolve()
  })
}

export function keepMending(tx: Tx, id: string, { title, lessons }: Mending): void {
  tx.sql.run('UPDATE DocumentImport SET title = ? WHERE id = ?', title, id)
  for (const { number, title: name, markdown, taken } of lessons)
    tx.sql.run(
      'UPDATE DocumentLesson SET title = ?, markdown = ?, taken = ? WHERE documentId = ? AND number = ?',
      ...[name, markdown, taken ? 1 : 0, id, number],
    )
}
