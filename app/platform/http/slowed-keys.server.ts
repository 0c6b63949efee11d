import { now } from '~/platform/clock/now.server'

const maxKeys = 20_000

/** Lets every key have `burst` at once and one more each `seconds`; kept in memory. */
export class SlowedKeys {
  /** When a key has all of its burst again. */
  readonly #wholeAt = new Map<string, number>()

  constructor(
    readonly burst: number,
    readonly seconds: number,
  ) {}

  /** Takes one and returns 0, or the seconds until there is one to take. */
  take(key: string): number {
    const at = now().getTime()
    const each = this.seconds * 1000
    const wholeAt = Math.max(at, this.#wholeAt.get(key) ?? at)
    const wait = wholeAt - at - (this.burst - 1) * each
    if (wait > 0) return Math.ceil(wait / 1000)
    if (this.#wholeAt.size >= maxKeys) this.#forget(at)
    this.#wholeAt.set(key, wholeAt + each)
    return 0
  }

  #forget(at: number): void {
    for (const [key, wholeAt] of this.#wholeAt) if (wholeAt <= at) this.#wholeAt.delete(key)
    // Only a flood of addresses gets here, and whoever has so many is not held by a limit for each.
    if (this.#wholeAt.size >= maxKeys) this.#wholeAt.clear()
  }
}
