import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { log } from '../log/log.server'

/** A body that is made while it is read: nothing is asked for ahead, and who goes away ends the work. */
export function bodyOf(pieces: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return()
      },
    },
    { highWaterMark: 0 },
  )
}

/**
 * Sends a body no faster than it is taken. Who goes away ends it; what fails half-way breaks the answer off, so that nobody
 * takes a part for the whole.
 */
export async function sendStream(body: ReadableStream, answer: Writable, requestId: string): Promise<void> {
  try {
    await pipeline(Readable.fromWeb(body as NodeStream), answer)
  } catch (error) {
    const { code, name, message, stack } = error as NodeJS.ErrnoException
    if (code !== 'ERR_STREAM_PREMATURE_CLOSE')
      log.error({ requestId, err: { name, message, stack } }, 'answer broken off')
  }
}
