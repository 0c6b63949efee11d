import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { prepareRoster, type Prepared, type PrepareInput } from './prepare-roster.server'

const task = 'read a roster'

type Progress = (read: number, total: number) => void
type Report = { progress: [read: number, total: number] } | { prepared: Prepared }

/**
 * Reads a roster beside the server's own thread, so that answers to others are not held up. The thread is
 * the built server once more, which does nothing else in it; unbuilt, as in tests, it is done here.
 */
export function prepareInThread(input: PrepareInput, progress: Progress): Promise<Prepared> {
  if (!/\.m?js$/.test(import.meta.url)) return prepareRoster(input, progress)
  return new Promise((resolve, reject) => {
    const own = new URL(import.meta.url)
    const thread = new Worker(own, {
      workerData: { task, input },
      resourceLimits: { maxOldGenerationSizeMb: 768 },
    })
    thread.on('message', (report: Report) => {
      if ('progress' in report) return progress(...report.progress)
      resolve(report.prepared)
      void thread.terminate()
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The thread that reads rosters ended early')))
  })
}

if (!isMainThread && (workerData as { task?: string } | null)?.task === task) {
  const send = (report: Report) => parentPort?.postMessage(report)
  const { input } = workerData as { input: PrepareInput }
  // Other modules of the bundle must be there first.
  setImmediate(
    () =>
      void prepareRoster(input, (...progress) => send({ progress })).then((prepared) => send({ prepared })),
  )
}
