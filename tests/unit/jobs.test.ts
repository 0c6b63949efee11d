import { expect, test } from 'vitest'
import { freshDatabase } from '../builders/database'

await freshDatabase({ content: false })
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { findJob, handleJobs, jobResult, newestJob, queueJob, runJobs } =
  await import('~/platform/jobs/jobs.server')
const { JobRefused } = await import('~/platform/jobs/job')
const { defineTask } = await import('~/platform/jobs/thread.server')

const queue = (kind: string, subject: string, input?: unknown) =>
  inTransaction(async (tx) => queueJob(tx, { kind, subject, input }))

test('a job runs, tells how far it is, and keeps its result', async () => {
  const seen: unknown[] = []
  handleJobs('count', async ({ id, input, subject }, progress) => {
    progress(2, 4, 'counting')
    seen.push(findJob(id), input, subject)
    return Promise.resolve({ counted: 4 })
  })
  const id = await queue('count', 'sheep', { upTo: 4 })
  await runJobs()
  expect(seen[0]).toMatchObject({ state: 'running', done: 2, total: 4, stage: 'counting' })
  expect(seen.slice(1)).toEqual([{ upTo: 4 }, 'sheep'])
  expect(findJob(id)).toMatchObject({ state: 'done', failure: null })
  expect(jobResult(id)).toEqual({ counted: 4 })
  expect(reader.sql.get('SELECT input FROM Job WHERE id = ?', id)).toEqual({ input: null })
})

test('the same work is not queued twice, and is queued again once it is done', async () => {
  let release = () => {}
  const open = new Promise<void>((resolve) => (release = resolve))
  handleJobs('slow', () => open)
  const first = await queue('slow', 'a')
  expect(await queue('slow', 'a')).toBe(first)
  expect(await queue('slow', 'b')).not.toBe(first)
  release()
  await runJobs()
  const again = await queue('slow', 'a')
  expect(again).not.toBe(first)
  await runJobs()
  expect(newestJob('slow', 'a')?.id).toBe(again)
})

test('a job that refuses says why; one that breaks says that it failed; the next one runs all the same', async () => {
  handleJobs('refusing', () => Promise.reject(new JobRefused({ key: 'tooFew', values: { n: 3 } })))
  handleJobs('breaking', () => Promise.reject(new TypeError('x is undefined')))
  handleJobs('working', () => Promise.resolve('done'))
  const [refused, broken, worked] = [
    await queue('refusing', '1'),
    await queue('breaking', '1'),
    await queue('working', '1'),
  ]
  await runJobs()
  expect(findJob(refused)).toMatchObject({ state: 'failed', failure: { key: 'tooFew', values: { n: 3 } } })
  expect(findJob(broken)).toMatchObject({ state: 'failed', failure: { key: 'failed' } })
  expect(jobResult(worked)).toBe('done')
})

test('a job that a restart cut off begins anew', async () => {
  let runs = 0
  handleJobs('cut', () => Promise.resolve((runs += 1)))
  const id = await queue('cut', '1')
  await runJobs()
  await inTransaction(async (tx) =>
    tx.sql.run("UPDATE Job SET state = 'running', finishedAt = NULL, result = NULL WHERE id = ?", id),
  )
  await runJobs()
  expect(runs).toBe(2)
  expect(jobResult(id)).toBe(2)
})

test('a task does its work and passes its progress on', async () => {
  const square = defineTask('square', (n: number, progress) => {
    progress(1, 1)
    return n * n
  })
  const told: number[] = []
  expect(await square(7, (done) => told.push(done))).toBe(49)
  expect(told).toEqual([1])
})

test('a job that waits is cancelled before it begins, one that runs is told to stop, and both say so', async () => {
  const { cancelJob } = await import('~/platform/jobs/jobs.server')
  const begun: string[] = []
  handleJobs('stoppable', ({ subject }, _, signal) => {
    begun.push(subject)
    return new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true }),
    )
  })
  const runs = await queue('stoppable', 'runs')
  const waits = await queue('stoppable', 'waits')
  while (begun.length === 0) await new Promise((resolve) => setImmediate(resolve))
  await inTransaction(async (tx) => [waits, runs].forEach((id) => cancelJob(tx, id)))
  await runJobs()
  expect(begun).toEqual(['runs'])
  for (const id of [runs, waits])
    expect(findJob(id)).toMatchObject({ state: 'failed', failure: { key: 'cancelled' } })
})
