import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { log } from '~/platform/log/log.server'
import { failureOf, minutesUntilNext, type Failure } from './delivery'
import { mailIsConfigured } from './outbox.server'
import { openTransport, type Outgoing, type Sending } from './transport.server'

/** So many in one run, and no longer than this: the next run goes on half a minute later. */
const atOnce = 50
const longestRun = 25_000

const minute = 60_000
const keptDays = 30

let running: Promise<void> | null = null

/**
 * Sends what waits in the outbox, one message after the other. Called again while it runs, it joins that run: nothing goes
 * out twice. Cut off between the server's word and ours, a message goes out once more, under the same Message-ID.
 */
export function sendQueuedMail(): Promise<void> {
  running ??= sendAll()
    .catch((error: unknown) => log.error({ failure: failureOf(error).code }, 'sending mail stopped'))
    .finally(() => (running = null))
  return running
}

const dueSql = `SELECT id, toAddress, title, text, attachments, createdAt FROM MailMessage
  WHERE state = 'queued' AND nextAt <= ? ORDER BY nextAt, createdAt, rowid LIMIT 1`

async function sendAll(): Promise<void> {
  await forgetOldMail()
  if (!mailIsConfigured() || !nextDue()) return
  const transport = openTransport()
  if (!transport) return
  const until = now().getTime() + longestRun
  try {
    for (let sent = 0; sent < atOnce && now().getTime() < until; sent += 1) {
      const mail = nextDue()
      if (!mail || !(await sendOne(transport, mail))) return
    }
  } finally {
    transport.close()
  }
}

function nextDue(): Outgoing | undefined {
  return reader.sql.get<Outgoing>(dueSql, dbDate(now()))
}

/** False where the server itself cannot be used now: the others keep waiting without an attempt of their own. */
async function sendOne(transport: Sending, mail: Outgoing): Promise<boolean> {
  const attempts = await claim(mail.id)
  if (attempts === null) return true
  try {
    await transport.send(mail)
  } catch (error) {
    const failure = failureOf(error)
    await keepFailure(mail.id, attempts, failure)
    log.warn({ mailId: mail.id, attempts, failure: failure.code }, 'a mail could not be sent')
    return !failure.server
  }
  await inTransaction(async (tx) =>
    tx.sql.run(
      "UPDATE MailMessage SET state = 'sent', sentAt = ?, failure = NULL WHERE id = ?",
      dbDate(now()),
      mail.id,
    ),
  )
  return true
}

/** Counts the attempt before it is made, so that a message that stops the server is not tried for ever. */
function claim(id: string): Promise<number | null> {
  return inTransaction(async (tx) => {
    const row = tx.sql.get<{ attempts: number }>(
      "SELECT attempts FROM MailMessage WHERE id = ? AND state = 'queued'",
      id,
    )
    if (!row) return null
    const attempts = row.attempts + 1
    tx.sql.run(
      'UPDATE MailMessage SET attempts = ?, nextAt = ? WHERE id = ?',
      attempts,
      later(minutesUntilNext(attempts) ?? 60),
      id,
    )
    return attempts
  })
}

async function keepFailure(id: string, attempts: number, { code, permanent }: Failure): Promise<void> {
  const wait = permanent ? null : minutesUntilNext(attempts)
  await inTransaction(async (tx) =>
    tx.sql.run(
      "UPDATE MailMessage SET state = ?, nextAt = ?, failure = ? WHERE id = ? AND state = 'queued'",
      wait === null ? 'failed' : 'queued',
      later(wait ?? 0),
      code,
      id,
    ),
  )
}

const oldSql = `FROM MailMessage WHERE state <> 'queued' AND (text IS NOT NULL OR toAddress <> '')
  AND coalesce(sentAt, nextAt) < ?`

/** Texts and addresses go 30 days after a message went out, or failed for good; that it did is kept. */
async function forgetOldMail(): Promise<void> {
  const before = later(-keptDays * 24 * 60)
  if (!reader.sql.get(`SELECT 1 ${oldSql}`, before)) return
  await inTransaction(async (tx) =>
    tx.sql.run(
      `UPDATE MailMessage SET title = NULL, text = NULL, attachments = NULL, toAddress = ''
       WHERE id IN (SELECT id ${oldSql})`,
      before,
    ),
  )
}

function later(minutes: number): string {
  return dbDate(new Date(now().getTime() + minutes * minute))
}
