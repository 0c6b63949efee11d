import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Progress } from './job'

type Task = (input: never, progress: Progress) => unknown
type Report = { progress: [done: number, total: number, stage?: string] } | { result: unknown }

const marker = 'task in a thread'
const tasks = new Map<string, Task>()

/** What a task may take; beyond it the thread is ended and the call rejects. */
type Bounds = { megabytes?: number; seconds?: number }

/**
 * Names a pure piece of work that `inThread` can run beside the server's own thread. Call it where the module is loaded:
 * the thread is the built server once more, which does nothing else in it.
 */
export function defineTask<Input, Result>(
  name: string,
  work: (input: Input, progress: Progress) => Result | Promise<Result>,
  bounds: Bounds = {},
): (input: Input, progress?: Progress, signal?: AbortSignal) => Promise<Result> {
  tasks.set(name, work)
  return (input, progress = () => {}, signal) =>
    inThread<Input, Result>(name, input, progress, bounds, signal)
}

/**
 * Runs a task so that answers to others are not held up; unbuilt, as in tests and scripts, it is done here. The signal ends
 * its thread and the call rejects.
 */
async function inThread<Input, Result>(
  task: string,
  input: Input,
  progress: Progress,
  { megabytes = 2048, seconds }: Bounds,
  signal?: AbortSignal,
): Promise<Result> {
  signal?.throwIfAborted()
  if (!/\.m?js$/.test(import.meta.url)) {
    return (await tasks.get(task)!(input as never, progress)) as Result
  }
  return new Promise<Result>((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), {
      workerData: { marker, task, input },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const end = () => void thread.terminate()
    const watchdog = seconds ? setTimeout(end, seconds * 1000) : undefined
    signal?.addEventListener('abort', end, { once: true })
    thread.on('message', (report: Report) => {
      if ('progress' in report) return progress(...report.progress)
      resolve(report.result as Result)
      void thread.terminate()
    })
    thread.once('error', reject)
    thread.once('exit', () => {
      clearTimeout(watchdog)
      signal?.removeEventListener('abort', end)
      reject(new Error(`The thread of the task ${task} ended early`))
    })
  })
}

const given = workerData as { marker?: string; task: string; input: never } | null
if (!isMainThread && given?.marker === marker) {
  const send = (report: Report) => parentPort?.postMessage(report)
  // Every module of the bundle must have named its tasks first.
  setImmediate(() => {
    const work = async () => tasks.get(given.task)!(given.input, (...progress) => send({ progress }))
    void work().then((result) => send({ result }))
  })
}
