import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'

Object.assign(process.env, { NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: 'file:unused.db' })
const { bodyOf, sendStream } = await import('./streamed-body.server')

const piece = Buffer.alloc(64 * 1024, 'x')
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

type Told = { made: number; ended: boolean }

/** Asks a server of its own whose answer is made of so many pieces; fails after `until` of them. */
function asked(pieces: number, until = Infinity): Promise<{ told: Told; answer: IncomingMessage }> {
  const told: Told = { made: 0, ended: false }
  const make = async function* () {
    try {
      while (told.made < pieces) {
        if (told.made >= until) throw new Error('nothing more')
        told.made += 1
        yield piece
      }
    } finally {
      told.ended = true
    }
  }
  const server = createServer((_, answer) => void sendStream(bodyOf(make()), answer, 'request'))
  servers.push(server)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      get({ port, host: '127.0.0.1' }, (answer) => resolve({ told, answer }))
    })
  })
}

async function bytesOf(answer: IncomingMessage): Promise<number> {
  let bytes = 0
  for await (const part of answer) bytes += (part as Buffer).length
  return bytes
}

describe('a body that is made while it is read', () => {
  it('arrives whole', async () => {
    const { told, answer } = await asked(40)
    expect(await bytesOf(answer)).toBe(40 * piece.length)
    expect(told).toEqual({ made: 40, ended: true })
  })

  it('waits for a reader who is slow', async () => {
    const { told, answer } = await asked(2000)
    answer.pause()
    await new Promise((resolve) => setTimeout(resolve, 150))
    const then = told.made
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(told.made).toBe(then)
    expect(then).toBeLessThan(500)
    expect(await bytesOf(answer)).toBe(2000 * piece.length)
  })

  it('is no longer made for who has gone away', async () => {
    const { told, answer } = await asked(100_000)
    answer.destroy()
    await vi.waitFor(() => expect(told.ended).toBe(true))
    expect(told.made).toBeLessThan(2000)
  })

  it('is broken off, not ended, where it fails half-way', async () => {
    const { answer } = await asked(100, 30)
    await expect(bytesOf(answer)).rejects.toThrow(/aborted/)
  })

  it('is not begun before somebody reads', async () => {
    let begun = false
    const body = bodyOf(
      (async function* () {
        begun = true
        yield piece
      })(),
    )
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(begun).toBe(false)
    await body.cancel()
  })
})
