import { now } from '~/platform/clock/now.server'

type Window = { count: number; endsAt: number }

const maxKeys = 20_000

/** Counts by key in memory: at most `limit` in a window that begins with the first. A restart forgets. */
export class RateLimit {
  readonly #windows = new Map<string, Window>()

  constructor(
    readonly limit: number,
    readonly minutes: number,
  ) {}

  isExceeded(key: string): boolean {
    const window = this.#windows.get(key)
    return window !== undefined && window.endsAt > now().getTime() && window.count >= this.limit
  }

  /** Minutes until `key` may try again, at least 1. */
  minutesLeft(key: string): number {
    const left = (this.#windows.get(key)?.endsAt ?? 0) - now().getTime()
    return Math.max(1, Math.ceil(left / 60_000))
  }

  add(key: string): void {
    const at = now().getTime()
    const window = this.#windows.get(key)
    if (window && window.endsAt > at) {
      window.count += 1
      return
    }
    if (this.#windows.size >= maxKeys) this.#sweep(at)
    this.#windows.set(key, { count: 1, endsAt: at + this.minutes * 60_000 })
  }

  clear(key: string): void {
    this.#windows.delete(key)
  }

  #sweep(at: number): void {
    for (const [key, { endsAt }] of this.#windows) if (endsAt <= at) this.#windows.delete(key)
    // The oldest tenth goes at once, so that a flood of addresses does not sweep at every step.
    for (const key of this.#windows.keys()) {
      if (this.#windows.size < maxKeys * 0.9) break
      this.#windows.delete(key)
    }
  }
}

/** One key for what one client can easily change: an IPv6 client owns a whole /64. */
export function clientKey(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = plain.includes('::')
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
    : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
