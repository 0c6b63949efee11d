import { randomUUID } from 'node:crypto'
import { env } from '~/env.server'
import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { readEmail } from './address'
import { oneLine, type NewMail } from './message'

/** Whether this installation can send mail at all; everything works without. */
export function mailIsConfigured(): boolean {
  return env.SMTP_URL !== undefined
}

/**
 * Puts a message into the outbox, inside the transaction of what it tells of: it goes out if that is committed, within half
 * a minute. Throws where `to` is no address. Returns the id; one that was queued already under `id` stays as it is.
 *
 * @example
 * queueMail(tx, { kind: 'reminder', subject: campaignId, to: 'ubnd@baolac.gov.vn', title, text, createdBy: actor.accountId })
 */
export function queueMail(tx: Pick<Tx, 'sql'>, mail: NewMail): string {
  const to = readEmail(mail.to)
  if (!to) throw new Error('queueMail: this is no e-mail address')
  const id = mail.id ?? randomUUID()
  const at = dbDate(now())
  tx.sql.run(
    `INSERT INTO MailMessage (id, kind, subject, toAddress, title, text, attachments, state, attempts, nextAt, createdAt, createdBy)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    id,
    mail.kind,
    mail.subject,
    to,
    oneLine(mail.title),
    mail.text.normalize('NFC'),
    mail.attachments?.length ? JSON.stringify(mail.attachments) : null,
    at,
    at,
    mail.createdBy,
  )
  return id
}

/** Queues a message again that has failed for good; false where it has not, or its text is gone. */
export function queueAgain(tx: Pick<Tx, 'sql'>, id: string): boolean {
  return (
    tx.sql.run(
      `UPDATE MailMessage SET state = 'queued', attempts = 0, nextAt = ?, failure = NULL
       WHERE id = ? AND state = 'failed' AND text IS NOT NULL`,
      dbDate(now()),
      id,
    ) > 0
  )
}

/** Takes an address out of the outbox, with what was written to it: of somebody who is erased. */
export function forgetAddress(tx: Pick<Tx, 'sql'>, address: string): void {
  tx.sql.run("DELETE FROM MailMessage WHERE toAddress = ? AND state = 'queued'", address)
  tx.sql.run(
    "UPDATE MailMessage SET toAddress = '', title = NULL, text = NULL, attachments = NULL WHERE toAddress = ?",
    address,
  )
}
