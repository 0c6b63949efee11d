import { env } from '~/env.server'
import { paths } from '~/paths'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { RateLimit } from '~/platform/http/rate-limit.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { audit } from '~/platform/log/audit.server'
import { mailKinds, type MailKind } from '~/platform/mail/message'
import { mailIsConfigured, queueAgain, queueMail } from '~/platform/mail/outbox.server'
import { sendQueuedMail } from '~/platform/mail/send-mail.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'

export type MailCounts = { kind: MailKind; queued: number; sent: number; failed: number }
export type FailedMail = {
  id: string
  kind: MailKind
  to: string
  at: string
  failure: string
  /** Its text is still there. */
  again: boolean
}
export type TestMail = { state: 'queued' | 'sent' | 'failed'; at: string; failure: string | null }

export type MailDesk = {
  from: string | null
  counts: MailCounts[]
  failed: FailedMail[]
  /** How many failed in all; the newest are listed. */
  failedCount: number
  /** The actor's newest test message. */
  test: TestMail | null
  /** The actor's own address, where it is known. */
  own: string
}

const listed = 100

/** A message belongs to the province of its campaign or class, a test message to that of who sent it. */
const mineSql = `(? = 1 OR coalesce(
  (SELECT provinceCode FROM Campaign WHERE id = m.subject),
  (SELECT provinceCode FROM TrainingClass WHERE id = m.subject),
  (SELECT min(provinceCode) FROM RoleGrant WHERE accountId = m.createdBy)) IN (SELECT value FROM json_each(?)))`

function mine(actor: Actor): [number, string] {
  authorise(actor, 'mail.manage')
  const { everywhere, provinceCodes } = scopeOf(actor, 'mail.manage')
  return [everywhere ? 1 : 0, JSON.stringify(provinceCodes)]
}

/** Whether mail can be sent, how much of each kind went out, and what did not. */
export function mailDesk(actor: Actor): MailDesk {
  const scope = mine(actor)
  const rows = reader.sql.all<MailCounts>(
    `SELECT kind, sum(state = 'queued') AS queued, sum(state = 'sent') AS sent, sum(state = 'failed') AS failed
     FROM MailMessage m WHERE ${mineSql} GROUP BY kind`,
    ...scope,
  )
  const counts = mailKinds.flatMap((kind) => rows.filter((row) => row.kind === kind))
  const failed = reader.sql.all<Omit<FailedMail, 'again'> & { again: number }>(
    `SELECT id, kind, toAddress AS "to", nextAt AS at, coalesce(failure, '') AS failure, text IS NOT NULL AS again
     FROM MailMessage m WHERE state = 'failed' AND ${mineSql} ORDER BY nextAt DESC, id LIMIT ${listed}`,
    ...scope,
  )
  return {
    from: mailIsConfigured() ? (env.MAIL_FROM ?? null) : null,
    counts,
    failed: failed.map((row) => ({ ...row, again: row.again === 1 })),
    failedCount: counts.reduce((sum, row) => sum + row.failed, 0),
    test: newestTest(actor),
    own: ownAddress(actor),
  }
}

function newestTest({ accountId }: Actor): TestMail | null {
  const row = reader.sql.get<TestMail>(
    `SELECT state, coalesce(sentAt, createdAt) AS at, failure FROM MailMessage
     WHERE kind = 'test' AND createdBy = ? AND createdAt > ? ORDER BY createdAt DESC, rowid DESC LIMIT 1`,
    accountId,
    dbDate(new Date(now().getTime() - 86_400_000)),
  )
  return row ?? null
}

function ownAddress({ personId }: Actor): string {
  if (!personId) return ''
  return (
    reader.sql.get<{ email: string | null }>('SELECT email FROM Person WHERE id = ?', personId)?.email ?? ''
  )
}

/** Queues a message again that failed for good; false where it is gone, or waits already. */
export async function sendAgain(actor: Actor, id: string): Promise<boolean> {
  const scope = mine(actor)
  return inTransaction(async (tx) => {
    if (!tx.sql.get('SELECT 1 FROM MailMessage WHERE id = ?', id)) return false
    if (!tx.sql.get(`SELECT 1 FROM MailMessage m WHERE id = ? AND ${mineSql}`, id, ...scope))
      throw refuse('notAllowed')
    const queued = queueAgain(tx, id)
    if (queued) await audit(tx, actor.accountId, 'mail.again', id)
    return queued
  })
}

const tests = new RateLimit(5, 10)
const patience = 5000

/**
 * Sends a short message to `address`, and waits a few seconds so that the page can tell what came of it. Returns the minutes
 * to wait where there were too many.
 */
export async function sendTest(actor: Actor, address: string, locale: Locale): Promise<number | null> {
  authorise(actor, 'mail.manage')
  if (!mailIsConfigured()) throw refuse('badRequest')
  const { accountId } = actor
  if (tests.isExceeded(accountId)) return tests.minutesLeft(accountId)
  tests.add(accountId)
  const t = getT(locale, 'mail')
  const link = (env.APP_URL ?? '').replace(/\/$/, '') + paths.home()
  await inTransaction(async (tx) => {
    queueMail(tx, {
      kind: 'test',
      subject: accountId,
      to: address,
      title: t('test.mailTitle'),
      text: `${t('test.mailText')}\n\n${link}`,
      createdBy: accountId,
    })
    await audit(tx, accountId, 'mail.test', null)
  })
  await Promise.race([sendQueuedMail(), new Promise((resolve) => setTimeout(resolve, patience).unref())])
  return null
}
