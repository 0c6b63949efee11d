/** Uniform numbers on [0, 1), 32 bits each; the state is inside, so one generator gives one sequence. */
export type Random = () => number

/**
 * A generator that depends on the text `seed` alone: the same seed, the same numbers, on any machine. The seed is hashed
 * to 128 bits (MurmurHash3's mixing, one lane each), which start sfc32 (Doty-Humphrey, PractRand, 2010), run in by 15
 * numbers. Not for secrets.
 */
export function seeded(seed: string): Random {
  let a = hash(seed, 0x9e3779b9)
  let b = hash(seed, 0x243f6a88)
  let c = hash(seed, 0xb7e15162)
  let counter = hash(seed, 0xdeadbeef)
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

function hash(text: string, start: number): number {
  let h = start ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  h = Math.imul(h ^ (h >>> 16), 2246822507)
  h = Math.imul(h ^ (h >>> 13), 3266489909)
  return h ^ (h >>> 16)
}

const layers = 128
const tail = 3.442619855899
const { edges, ratios } = ziggurat()

/**
 * One draw from N(0, 1) by the ziggurat of 128 layers: Marsaglia and Tsang 2000, J. Stat. Softw. 5(8), with layer and
 * height from separate numbers, as Doornik 2005 ("An improved ziggurat method to generate normal random samples") asks.
 */
export function normalDraw(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1
    const i = (random() * layers) | 0
    if (Math.abs(u) < ratios[i]!) return u * edges[i]!
    if (i === 0) return u < 0 ? -tailDraw(random) : tailDraw(random)
    const x = u * edges[i]!
    const low = Math.exp(-0.5 * (edges[i]! * edges[i]! - x * x))
    const high = Math.exp(-0.5 * (edges[i + 1]! * edges[i + 1]! - x * x))
    if (high + random() * (low - high) < 1) return x
  }
}

/** A normal number beyond `tail`, by exponential rejection (Marsaglia 1964, Technometrics 6:101). */
function tailDraw(random: Random): number {
  for (;;) {
    const x = -Math.log(1 - random()) / tail
    const y = -Math.log(1 - random())
    if (y + y > x * x) return tail + x
  }
}

function ziggurat(): { edges: Float64Array; ratios: Float64Array } {
  const area = 9.91256303526217e-3
  const edges = new Float64Array(layers + 1)
  const ratios = new Float64Array(layers)
  let f = Math.exp(-0.5 * tail * tail)
  edges[0] = area / f
  edges[1] = tail
  for (let i = 2; i < layers; i++) {
    edges[i] = Math.sqrt(-2 * Math.log(area / edges[i - 1]! + f))
    f = Math.exp(-0.5 * edges[i]! * edges[i]!)
  }
  for (let i = 0; i < layers; i++) ratios[i] = edges[i + 1]! / edges[i]!
  return { edges, ratios }
}

/**
 * One draw from the gamma distribution of the given shape (> 0) and scale 1, mean = shape: Marsaglia and Tsang 2000, ACM
 * Trans. Math. Softw. 26:363, with their U^(1/shape) step below shape 1. Throws RangeError for another shape.
 */
export function gammaDraw(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`the shape of a gamma distribution is positive, not ${shape}`)
  if (shape < 1) return gammaDraw(random, shape + 1) * Math.pow(1 - random(), 1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalDraw(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A new list in random order, each order equally likely (Fisher–Yates; Durstenfeld 1964, Comm. ACM 7:420). */
export function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const result = [...list]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}
