import { randomUUID } from 'node:crypto'
import type { Message } from '~/formats/message'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Locale } from '~/platform/i18n/locale'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { questionLimits } from '../questions/found'
import { startReading } from './reading.server'

type Started = { id: string; fault?: never } | { fault: Message; id?: never }

/** Takes a file of questions in and begins to read it. Nothing of it counts before it is confirmed. */
export async function startQuestionImport(
  actor: Actor,
  { fileName, file, language }: { fileName: string; file: Uint8Array; language: Locale },
): Promise<Started> {
  authorise(actor, 'studio.write')
  if (file.length === 0) return { fault: { key: 'fault.empty' } }
  if (file.length > questionLimits.bytes)
    return { fault: { key: 'fault.tooBig', values: { limit: questionLimits.bytes / 1_000_000 } } }
  const id = randomUUID()
  const name =
    fileName
      .normalize('NFC')
      .replace(/^.*[/\\]/, '')
      .slice(0, 200) || 'cau_hoi'
  await inTransaction(async (tx) => {
    tx.sql.run(
      `INSERT INTO ImportBatch (id, accountId, fileName, language, file, state, createdAt)
       VALUES (?, ?, ?, ?, ?, 'reading', ?)`,
      ...[id, actor.accountId, name, language, Buffer.from(file), dbDate(now())],
    )
    await audit(tx, actor.accountId, 'questions.upload', id)
  })
  startReading(id)
  return { id }
}
