import { parentPort, workerData } from 'node:worker_threads'
import { draftItemSchema } from '../../app/assessment/item'
import { randomFrom } from '../../app/assessment/shuffle'
import { formats } from './formats'
import { mutate } from './mutate'
import { processorTime } from './processor-time'
import { seedsOf } from './seeds'
import { traps } from './traps'

export type Task = {
  format: string
  from: number
  to: number
  /** Shared: the seed being read, and when its reading began; 0 when none is. */
  clock: BigInt64Array
}
/** `took` is milliseconds of the processor. */
export type Report = { seed: number; took: number; fault: string | null }

const { format: name, from, to, clock } = workerData as Task
const format = [...formats, ...traps].find((each) => each.name === name)!
const seeds = await seedsOf(format)
for (let seed = from; seed <= to; seed += 1) {
  const bytes = mutate(seeds, randomFrom(`${name}:${seed}`))
  Atomics.store(clock, 0, BigInt(seed))
  Atomics.store(clock, 1, process.hrtime.bigint())
  const began = processorTime()
  let fault: string | null
  try {
    fault = unfit(await format.read(bytes))
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const took = processorTime() - began
  Atomics.store(clock, 1, 0n)
  parentPort!.postMessage({ seed, took, fault } satisfies Report)
}

/** What is wrong with a result: an item that no draft could hold. */
function unfit(result: unknown): string | null {
  if (typeof result !== 'object' || result === null) return 'no result'
  if ('found' in result) return unfit(result.found)
  if (!('questions' in result) || !Array.isArray(result.questions)) return null
  for (const { item } of result.questions as { item: unknown }[]) {
    const checked = item == null ? null : draftItemSchema.safeParse(item)
    if (checked?.error) return `not an item: ${checked.error.message}`
  }
  return null
}
