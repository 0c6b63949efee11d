import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { reportLimits, type ReportedFault } from './report'
import type { Subject } from './subject.server'

export type NewReport = { id: string; what: ReportedFault; text: string; locale: Locale }

/** Tells the authors of a problem. Sent twice it is one; more than the day's limit is refused. */
export async function sendReport(actor: Actor, about: Subject, report: NewReport): Promise<void> {
  authorise(actor, 'report.send')
  if (!/^[0-9a-f-]{36}$/.test(report.id)) throw refuse('badRequest')
  await inTransaction((tx) => {
    if (tx.sql.get('SELECT id FROM ProblemReport WHERE id = ?', report.id)) return Promise.resolve()
    if (sentToday(tx, actor) >= reportLimits.aDay) throw refuse('tooMany')
    tx.sql.run(
      `INSERT INTO ProblemReport (id, kind, subject, versionId, locale, what, text, accountId, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[report.id, about.kind, about.subject, about.versionId, report.locale, report.what, report.text],
      ...[actor.accountId, dbDate(now())],
    )
    return Promise.resolve()
  })
}

function sentToday({ sql }: Tx, actor: Actor): number {
  const since = dbDate(new Date(now().getTime() - 86_400_000))
  const row = sql.get<{ n: number }>(
    'SELECT count(*) AS n FROM ProblemReport WHERE accountId = ? AND at > ?',
    actor.accountId,
    since,
  )
  return row?.n ?? 0
}

export type OwnReport = { id: string; what: ReportedFault; text: string; at: string; answer: string | null }

/** What this account has told of the same thing, newest first, with what was done about it. */
export function ownReports(actor: Actor, { kind, subject }: Subject): OwnReport[] {
  authorise(actor, 'report.send')
  return reader.sql.all<OwnReport>(
    `SELECT id, what, text, at, answer FROM ProblemReport WHERE accountId = ? AND kind = ? AND subject = ?
     ORDER BY at DESC LIMIT 10`,
    actor.accountId,
    kind,
    subject,
  )
}
