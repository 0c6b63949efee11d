import { randomUUID } from 'node:crypto'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { log } from '~/platform/log/log.server'
import { JobRefused, type Job, type JobFailure, type Progress } from './job'

type Handler = (job: JobWithInput, progress: Progress, signal: AbortSignal) => Promise<unknown>
export type JobWithInput = Job & { input: unknown }

const handlers = new Map<string, Handler>()

/**
 * Says what a job of a kind does. What the handler returns is kept as the job's result. A handler begins anew after a
 * restart of the server, so that its writes are one transaction at its end.
 */
export function handleJobs(kind: string, handler: Handler): void {
  handlers.set(kind, handler)
}

type NewJob = {
  kind: string
  subject: string
  provinceCode?: string | null
  input?: unknown
  createdBy?: string | null
}

/** Queues a job inside a transaction; the same kind for the same subject that still waits or runs is that job. */
export function queueJob(tx: Tx, { kind, subject, provinceCode, input, createdBy }: NewJob): string {
  const known = tx.sql.get<{ id: string }>(
    "SELECT id FROM Job WHERE kind = ? AND subject = ? AND state IN ('queued', 'running')",
    kind,
    subject,
  )
  if (known) return known.id
  const id = randomUUID()
  tx.sql.run(
    `INSERT INTO Job (id, kind, subject, provinceCode, input, state, createdAt, createdBy)
     VALUES (?, ?, ?, ?, ?, 'queued', ?, ?)`,
    id,
    kind,
    subject,
    provinceCode ?? null,
    input === undefined ? null : JSON.stringify(input),
    dbDate(now()),
    createdBy ?? null,
  )
  setImmediate(() => void runJobs())
  return id
}

type Row = Omit<Job, 'failure'> & { failure: string | null }
const columns =
  'id, kind, subject, provinceCode, state, stage, done, total, failure, createdAt, createdBy, startedAt, finishedAt'

const jobOf = ({ failure, ...row }: Row): Job => ({
  ...row,
  ...live.get(row.id),
  failure: failure ? (JSON.parse(failure) as JobFailure) : null,
})

/** Progress of the job that runs: it changes too often to be written. */
const live = new Map<string, Pick<Job, 'done' | 'total' | 'stage'>>()

export function findJob(id: string): Job | null {
  const row = reader.sql.get<Row>(`SELECT ${columns} FROM Job WHERE id = ?`, id)
  return row ? jobOf(row) : null
}

/** The newest job of a kind for a subject. */
export function newestJob(kind: string, subject: string): Job | null {
  const row = reader.sql.get<Row>(
    `SELECT ${columns} FROM Job WHERE kind = ? AND subject = ? ORDER BY createdAt DESC, rowid DESC LIMIT 1`,
    kind,
    subject,
  )
  return row ? jobOf(row) : null
}

export function jobResult(id: string): unknown {
  const row = reader.sql.get<{ result: string | null }>('SELECT result FROM Job WHERE id = ?', id)
  return row?.result ? (JSON.parse(row.result) as unknown) : null
}

/** What stops the job that runs. */
const stops = new Map<string, AbortController>()
const cancelled: JobFailure = { key: 'cancelled' }

/** Cancels a job inside a transaction: one that waits never begins, one that runs is told so by its signal. */
export function cancelJob(tx: Tx, id: string): void {
  stops.get(id)?.abort()
  tx.sql.run(
    "UPDATE Job SET state = 'failed', finishedAt = ?, failure = ?, input = NULL WHERE id = ? AND state IN ('queued', 'running')",
    dbDate(now()),
    JSON.stringify(cancelled),
    id,
  )
}

let running: Promise<void> | null = null

/** Runs what waits, one job after the other; resolves when nothing waits any more. Called again it joins the run. */
export function runJobs(): Promise<void> {
  running ??= runAll()
    .catch((error: unknown) => log.error({ err: error }, 'jobs stopped'))
    .finally(() => (running = null))
  return running
}

async function runAll(): Promise<void> {
  for (;;) {
    const row = reader.sql.get<Row & { input: string | null }>(
      `SELECT ${columns}, input FROM Job WHERE state IN ('queued', 'running') ORDER BY createdAt, rowid LIMIT 1`,
    )
    if (!row) return
    await runOne({ ...jobOf(row), input: row.input ? (JSON.parse(row.input) as unknown) : null })
  }
}

async function runOne(job: JobWithInput): Promise<void> {
  await write(job.id, "state = 'running', startedAt = ?", dbDate(now()))
  // Cancelled between being found and being begun.
  if (findJob(job.id)?.state !== 'running') return
  const stop = new AbortController()
  stops.set(job.id, stop)
  live.set(job.id, { done: 0, total: 0, stage: null })
  try {
    const handler = handlers.get(job.kind)
    if (!handler) throw new Error(`no handler for jobs of the kind ${job.kind}`)
    const tell: Progress = (done, total, stage) =>
      live.set(job.id, { done, total, stage: stage ?? live.get(job.id)?.stage ?? null })
    const result = await handler(job, tell, stop.signal)
    await write(
      job.id,
      "state = 'done', finishedAt = ?, result = ?, input = NULL",
      dbDate(now()),
      result === undefined ? null : JSON.stringify(result),
    )
  } catch (error) {
    if (!(error instanceof JobRefused) && !stop.signal.aborted)
      log.error({ err: error, jobId: job.id, kind: job.kind }, 'a job failed')
    const failure = error instanceof JobRefused ? error.failure : { key: 'failed' }
    await write(
      job.id,
      "state = 'failed', finishedAt = ?, failure = ?, input = NULL",
      dbDate(now()),
      JSON.stringify(failure),
    )
  } finally {
    live.delete(job.id)
    stops.delete(job.id)
  }
}

/** A job that was cancelled meanwhile stays so. */
function write(id: string, set: string, ...values: (string | null)[]): Promise<unknown> {
  return inTransaction(async (tx) =>
    tx.sql.run(`UPDATE Job SET ${set} WHERE id = ? AND state IN ('queued', 'running')`, ...values, id),
  )
}
