/**
 * `parent` is the sum of `children`; cells are named by their index. An `implied` one follows from others: it guides the
 * choice of cells but adds nothing to what can be worked out.
 */
export type Equation = { parent: number; children: number[]; implied?: boolean }

// Arithmetic modulo a prime below 2^26 is exact in doubles; the equations have only 0 and ±1, so ranks are those of the rationals.
const prime = 67_108_859

type Row = Map<number, number>

/**
 * The hidden cells whose value follows from the shown ones by combining equations, exactly: a hidden cell is free when some
 * change of the hidden cells keeps every sum and moves it. One random such change, found by elimination, moves all free
 * cells at once (a free cell stays still by chance once in 67 million; it would then only be protected without need).
 */
export function determined(hidden: readonly boolean[], equations: readonly Equation[]): number[] {
  const rows = equations.filter(({ implied }) => !implied).map((equation) => unknowns(equation, hidden))
  const rowsOf = new Map<number, Set<number>>()
  rows.forEach((row, r) => {
    for (const cell of row.keys()) addTo(rowsOf, cell, r)
  })
  const steps: { cell: number; row: Row }[] = []
  for (const r of shortestFirst(rows)) {
    const row = rows[r]!
    const pivot = rarest(row, rowsOf)
    if (pivot === null) continue
    for (const cell of row.keys()) rowsOf.get(cell)?.delete(r)
    for (const other of rowsOf.get(pivot) ?? []) eliminate(rows[other]!, other, row, pivot, rowsOf)
    rowsOf.delete(pivot)
    steps.push({ cell: pivot, row })
  }
  const moved = randomChange(hidden, steps)
  return steps
    .map(({ cell }) => cell)
    .filter((cell) => moved.get(cell) === 0)
    .sort((a, b) => a - b)
}

function unknowns({ parent, children }: Equation, hidden: readonly boolean[]): Row {
  const row: Row = new Map()
  for (const cell of children) if (hidden[cell]) row.set(cell, 1)
  if (hidden[parent]) row.set(parent, prime - 1)
  return row
}

/** Rows in the order in which they are best used up: the shortest at each moment, though rows grow meanwhile. */
function* shortestFirst(rows: Row[]): Generator<number> {
  const buckets: number[][] = []
  const put = (r: number) => (buckets[rows[r]!.size] ??= []).push(r)
  rows.forEach((_, r) => put(r))
  for (let size = 1; size < buckets.length;) {
    const r = buckets[size]?.pop()
    if (r === undefined) size += 1
    else if (rows[r]!.size === size) yield r
    else if (rows[r]!.size > 0) {
      put(r)
      size = Math.min(size, rows[r]!.size)
    }
  }
}

function rarest(row: Row, rowsOf: Map<number, Set<number>>): number | null {
  let found: number | null = null
  let fewest = Infinity
  for (const cell of row.keys()) {
    const uses = rowsOf.get(cell)?.size ?? 0
    if (uses < fewest) [found, fewest] = [cell, uses]
  }
  return found
}

/** Takes `pivot` out of `target` by subtracting a multiple of `row`. */
function eliminate(
  target: Row,
  targetIndex: number,
  row: Row,
  pivot: number,
  rowsOf: Map<number, Set<number>>,
): void {
  const factor = (target.get(pivot)! * inverse(row.get(pivot)!)) % prime
  for (const [cell, coefficient] of row) {
    const value = ((target.get(cell) ?? 0) + (prime - factor) * coefficient) % prime
    if (value === 0) {
      target.delete(cell)
      if (cell !== pivot) rowsOf.get(cell)?.delete(targetIndex)
    } else {
      target.set(cell, value)
      addTo(rowsOf, cell, targetIndex)
    }
  }
}

/** A random solution of the homogeneous system: free cells at random, pivots from the last to the first. */
function randomChange(hidden: readonly boolean[], steps: { cell: number; row: Row }[]): Map<number, number> {
  const random = generator(20_250_701)
  const pivots = new Set(steps.map(({ cell }) => cell))
  const values = new Map<number, number>()
  hidden.forEach((is, cell) => {
    if (is && !pivots.has(cell)) values.set(cell, 1 + (random() % (prime - 1)))
  })
  for (const { cell, row } of steps.reverse()) {
    let sum = 0
    for (const [other, coefficient] of row)
      if (other !== cell) sum = (sum + coefficient * (values.get(other) ?? 0)) % prime
    values.set(cell, ((prime - sum) * inverse(row.get(cell)!)) % prime)
  }
  return values
}

function inverse(value: number): number {
  if (value === 1 || value === prime - 1) return value
  let [a, b, x, y] = [value, prime, 1, 0]
  while (a > 1) {
    const quotient = Math.floor(a / b)
    ;[a, b] = [b, a % b]
    ;[x, y] = [y, x - quotient * y]
  }
  return ((x % prime) + prime) % prime
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

/** Mulberry32: the same numbers every time, so that a report can be made again. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}
