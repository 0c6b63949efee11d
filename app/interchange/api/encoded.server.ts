import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Encoding } from './negotiate'

/** A text as it goes out, with the hash of what it says; each encoding is made when it is first asked for. */
export class EncodedText {
  readonly hash: string
  readonly #plain: Buffer
  readonly #made = new Map<Encoding, Buffer>()

  constructor(
    text: string,
    /** The `Link` header of a page. */
    readonly link: string | null = null,
  ) {
    this.#plain = Buffer.from(text)
    this.hash = createHash('sha256').update(this.#plain).digest('base64url').slice(0, 22)
  }

  get bytes(): number {
    return this.#plain.length
  }

  in(encoding: Encoding | null): Buffer {
    if (encoding === null) return this.#plain
    let made = this.#made.get(encoding)
    if (!made) this.#made.set(encoding, (made = compress[encoding](this.#plain)))
    return made
  }
}

const compress: Record<Encoding, (plain: Buffer) => Buffer> = {
  br: (plain) =>
    brotliCompressSync(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
  gzip: (plain) => gzipSync(plain),
}

/** Keeps texts that were asked for lately, up to so many bytes of them. */
export class KeptTexts {
  readonly #texts = new Map<string, EncodedText>()
  #bytes = 0

  constructor(readonly mostBytes: number) {}

  /** The text under `key`, or the one that `make` gives now. */
  get(key: string, make: () => EncodedText): EncodedText {
    const kept = this.#texts.get(key)
    if (kept) {
      this.#texts.delete(key)
      this.#texts.set(key, kept)
      return kept
    }
    const made = make()
    this.#texts.set(key, made)
    this.#bytes += made.bytes
    for (const [oldest, text] of this.#texts) {
      if (this.#bytes <= this.mostBytes || oldest === key) break
      this.#texts.delete(oldest)
      this.#bytes -= text.bytes
    }
    return made
  }
}
