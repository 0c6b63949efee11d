import { log } from '~/platform/log/log.server'

export type OneAtATime = {
  /** Begins the work of an id in the background; a second call while it waits or runs changes nothing. */
  start: (id: string) => void
  /** Resolves when nothing is being done for an id any more. */
  done: (id: string) => Promise<void>
}

/**
 * Work in the background that is done for one id after the other, so that what it costs is bounded however many wait. `failed`
 * is called when it throws. What a restart of the server cut off is begun again by whoever asks for it.
 *
 * @example
 * const reading = oneAtATime('reading a roster', readRoster, markAsFailed)
 * reading.start(id)
 */
export function oneAtATime(
  name: string,
  work: (id: string) => Promise<void>,
  failed: (id: string) => Promise<void>,
): OneAtATime {
  const running = new Map<string, Promise<void>>()
  let last: Promise<void> = Promise.resolve()
  return {
    start(id) {
      if (running.has(id)) return
      const done = last
        .then(() => work(id))
        .catch((error: unknown) => {
          log.error({ err: error, id }, `${name} failed`)
          return failed(id)
        })
        .finally(() => running.delete(id))
      last = done.catch(() => undefined)
      running.set(id, done)
    },
    done: async (id) => running.get(id),
  }
}
