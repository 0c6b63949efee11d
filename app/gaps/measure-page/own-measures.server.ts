import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { findJob, jobResult } from '~/platform/jobs/jobs.server'
import type { Job } from '~/platform/jobs/job'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { MeasureRun } from './measure-run'
import { measureJob } from './run-measure.server'

/** How long a result is kept. */
export const keptDays = 7

type OwnMeasure = Pick<Job, 'id' | 'state' | 'createdAt'> & { fileName: string }

const since = () => dbDate(new Date(now().getTime() - keptDays * 86_400_000))
const fileNameOf = (subject: string) => subject.slice(subject.indexOf(':') + 1)

/** What somebody sent in the last days, newest first. */
export function ownMeasures(actor: Actor): OwnMeasure[] {
  authorise(actor, 'measure.use')
  return reader.sql
    .all<Omit<OwnMeasure, 'fileName'> & { subject: string }>(
      `SELECT id, subject, state, createdAt FROM Job
       WHERE kind = ? AND createdBy = ? AND createdAt >= ? ORDER BY createdAt DESC, rowid DESC`,
      measureJob,
      actor.accountId,
      since(),
    )
    .map(({ subject, ...job }) => ({ ...job, fileName: fileNameOf(subject) }))
}

/** One's own run and, once there, what came of it; that of somebody else, or an old one, is not there. */
export function viewMeasure(actor: Actor, id: string) {
  authorise(actor, 'measure.use')
  const job = findJob(id)
  if (!job || job.kind !== measureJob || job.createdBy !== actor.accountId || job.createdAt < since())
    throw refuse('notFound')
  const { state, createdAt, startedAt } = job
  const until = dbDate(new Date(new Date(createdAt).getTime() + keptDays * 86_400_000))
  const run = state === 'done' ? (jobResult(id) as MeasureRun) : null
  return { id, state, createdAt, startedAt, until, fileName: fileNameOf(job.subject), run }
}

export type MeasureView = ReturnType<typeof viewMeasure>

/** Deletes one's own result before its time; what is not there any more is no error. */
export async function deleteMeasure(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'measure.use')
  await inTransaction(async (tx) =>
    tx.sql.run(
      "DELETE FROM Job WHERE id = ? AND kind = ? AND createdBy = ? AND state IN ('done', 'failed')",
      id,
      measureJob,
      actor.accountId,
    ),
  )
}

/** Deletes results whose days are over. */
export async function deleteOldMeasures(): Promise<void> {
  const old = "kind = ? AND createdAt < ? AND state IN ('done', 'failed')"
  if (!reader.sql.get(`SELECT 1 FROM Job WHERE ${old}`, measureJob, since())) return
  await inTransaction(async (tx) => tx.sql.run(`DELETE FROM Job WHERE ${old}`, measureJob, since()))
}
