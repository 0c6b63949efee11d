import { Worker } from 'node:worker_threads'
import type { FuzzFormat } from './formats'
import { processorTime } from './processor-time'
import type { Report, Task } from './worker'

export type FuzzOptions = {
  count: number
  /** The seed of the first file; each further file has the next one. */
  seed: number
  /** Milliseconds of the processor that reading one file may take, whatever else the machine does; asleep, ten times as many. */
  watchdog: number
  /** Megabytes of the heap that reading may take; buffers outside it are not counted. */
  memory?: number
}
export type Failure = { seed: number; kind: 'crash' | 'slow'; what: string }
export type FuzzResult = { files: number; failures: Failure[]; slowest: { seed: number; took: number } }

/**
 * Reads `count` mutated files of a format in a thread of its own. A reader that throws, finds what no draft can hold,
 * runs out of memory or ends the thread has crashed; one that exceeds the watchdog is stopped. Either way the next
 * file follows, so that every file is read.
 */
export async function fuzz(format: FuzzFormat, options: FuzzOptions): Promise<FuzzResult> {
  const result: FuzzResult = { files: 0, failures: [], slowest: { seed: options.seed, took: 0 } }
  const last = options.seed + options.count - 1
  for (let next = options.seed; next <= last;)
    next = (await readFrom(next, last, format.name, options, result)) + 1
  return result
}

/** Reads until the end or the first file that the thread does not survive; its seed, or the last, is the answer. */
function readFrom(
  from: number,
  to: number,
  format: string,
  { watchdog, memory = 512 }: FuzzOptions,
  result: FuzzResult,
): Promise<number> {
  const clock = new BigInt64Array(new SharedArrayBuffer(16))
  const thread = new Worker(new URL('./thread.mjs', import.meta.url), {
    workerData: { format, from, to, clock } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  let done = from - 1
  let lost: string | null = null
  const stop = (kind: Failure['kind'], what: string) => {
    result.files += 1
    result.failures.push({ seed: done + 1, kind, what })
  }
  return new Promise((resolve, reject) => {
    let watched = { seed: 0n, spent: 0 }
    const timer = setInterval(() => {
      const [seed, began] = [Atomics.load(clock, 0), Atomics.load(clock, 1)]
      if (seed !== watched.seed) watched = { seed, spent: processorTime() }
      if (began === 0n) return
      const awake = processorTime() - watched.spent
      const passed = Number(process.hrtime.bigint() - began) / 1e6
      if (awake <= watchdog && passed <= 10 * watchdog) return
      lost = `longer than ${watchdog} ms`
      clearInterval(timer)
      void thread.terminate()
    }, 50)
    thread.on('message', ({ seed, took, fault }: Report) => {
      done = seed
      result.files += 1
      if (took > result.slowest.took) result.slowest = { seed, took }
      if (fault !== null) result.failures.push({ seed, kind: 'crash', what: fault })
      else if (took > watchdog) result.failures.push({ seed, kind: 'slow', what: `${Math.round(took)} ms` })
    })
    let died: string | null = null
    thread.on(
      'error',
      (error) => (died = error instanceof Error ? (error.stack ?? error.message) : String(error)),
    )
    thread.on('exit', (code) => {
      clearInterval(timer)
      if (done >= to) return resolve(done)
      const reached = Number(Atomics.load(clock, 0))
      // Before the first file nothing was read: the harness itself is at fault, and would be again.
      if (reached === 0)
        return reject(new Error(`The thread that reads ${format} did not start: ${died ?? code}`))
      // Reports that the thread took with it are made again.
      if (reached > done + 1 && done >= from) return resolve(done)
      if (lost !== null) stop('slow', lost)
      else stop('crash', died ?? `the thread ended with ${code}`)
      resolve(done + 1)
    })
  })
}
