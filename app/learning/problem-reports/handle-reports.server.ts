import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { ReportedFault, ReportedKind } from './report'
import { describe, type Subject } from './subject.server'

export type ListedReport = {
  id: string
  about: Subject
  locale: Locale
  what: ReportedFault
  text: string
  at: string
  answer: string | null
  handledAt: string | null
}

type Row = Omit<ListedReport, 'about'> & { kind: ReportedKind; subject: string; versionId: string }

const pageSize = 50
const columns = 'id, kind, subject, versionId, locale, what, text, at, answer, handledAt'

/** Reports to the authors, newest first: those that are open, or those that were handled. Nobody is named. */
export function listReports(
  actor: Actor,
  { handled, page, locale }: { handled: boolean; page: number; locale: Locale },
): { reports: ListedReport[]; count: number; pages: number; open: number } {
  authorise(actor, 'reports.handle')
  const count = countReports(handled)
  const rows = reader.sql.all<Row>(
    `SELECT ${columns} FROM ProblemReport WHERE handledAt IS ${handled ? 'NOT ' : ''}NULL
     ORDER BY at DESC LIMIT ${pageSize} OFFSET ?`,
    (page - 1) * pageSize,
  )
  return {
    reports: rows.map(({ kind, subject, versionId, ...row }) => ({
      ...row,
      about: describe(kind, versionId, kind === 'lesson' ? subject.split('/')[1]! : null, locale),
    })),
    count,
    pages: Math.max(1, Math.ceil(count / pageSize)),
    open: handled ? countReports(false) : count,
  }
}

function countReports(handled: boolean): number {
  const row = reader.sql.get<{ n: number }>(
    `SELECT count(*) AS n FROM ProblemReport WHERE handledAt IS ${handled ? 'NOT ' : ''}NULL`,
  )
  return row?.n ?? 0
}

/** Says what was done about a report; the one who sent it reads the answer. A later answer takes the place of an earlier. */
export async function handleReport(actor: Actor, id: string, answer: string): Promise<void> {
  authorise(actor, 'reports.handle')
  await inTransaction(async (tx) => {
    const changed = tx.sql.run(
      'UPDATE ProblemReport SET answer = ?, handledBy = ?, handledAt = ? WHERE id = ?',
      answer,
      actor.accountId,
      dbDate(now()),
      id,
    )
    if (changed === 0) throw refuse('notFound')
    await audit(tx, actor.accountId, 'report.handle', id)
  })
}

/** Takes an answer back: the report is open again. */
export async function reopenReport(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'reports.handle')
  await inTransaction(async (tx) => {
    const changed = tx.sql.run(
      'UPDATE ProblemReport SET answer = NULL, handledBy = NULL, handledAt = NULL WHERE id = ?',
      id,
    )
    if (changed === 0) throw refuse('notFound')
    await audit(tx, actor.accountId, 'report.reopen', id)
  })
}
