import { randomUUID } from 'node:crypto'
import type { Message } from '~/formats/message'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Locale } from '~/platform/i18n/locale'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { documentLimits } from '../document'
import { documentReading } from './document-reading.server'

type Started = { id: string; fault?: never } | { fault: Message; id?: never }

/** Takes a document in and begins to read it. Nothing of it counts before it is confirmed. */
export async function startDocument(
  actor: Actor,
  { fileName, file, language }: { fileName: string; file: Uint8Array; language: Locale },
): Promise<Started> {
  authorise(actor, 'studio.write')
  if (file.length === 0) return { fault: { key: 'fault.empty' } }
  if (file.length > documentLimits.bytes)
    return { fault: { key: 'fault.tooBig', values: { limit: documentLimits.bytes / 1024 ** 2 } } }
  const id = randomUUID()
  const name =
    fileName
      .normalize('NFC')
      .replace(/^.*[/\\]/, '')
      .slice(0, 200) || 'tai_lieu'
  await inTransaction(async (tx) => {
    tx.sql.run(
      `INSERT INTO DocumentImport (id, accountId, fileName, language, file, state, createdAt)
       VALUES (?, ?, ?, ?, ?, 'reading', ?)`,
      ...[id, actor.accountId, name, language, Buffer.from(file), dbDate(now())],
    )
    await audit(tx, actor.accountId, 'document.upload', id)
  })
  documentReading.start(id)
  return { id }
}
