/**
 * One measure of one group of one place while people are added up: `sum` of distances and `below` by draw. `parts`: sum
 * over people of 1/(competencies that make up the measure for them), which is 1 each for a competency.
 */
export type Tally = {
  place: number | null
  group: number
  measure: number
  people: number
  measured: number
  parts: number
  placeSquares: number
  sum: Float32Array
  below: Uint32Array
}

export function tally(place: number | null, group: number, measure: number, draws: number): Tally {
  return {
    place,
    group,
    measure,
    people: 0,
    measured: 0,
    parts: 0,
    placeSquares: 0,
    sum: new Float32Array(draws),
    below: new Uint32Array(draws),
  }
}

/** Adds one person's drawn distances, from values[at] on. */
export function addPerson(
  into: Tally,
  values: Float64Array,
  at: number,
  parts: number,
  measured: boolean,
): void {
  into.people++
  into.parts += 1 / parts
  if (measured) into.measured++
  const { sum, below } = into
  for (let s = 0; s < sum.length; s++) {
    const value = values[at + s]!
    sum[s] = sum[s]! + value
    if (value < 0) below[s] = below[s]! + 1
  }
}

/** Adds a place's tally to that of the province. */
export function addPlace(into: Tally, from: Tally): void {
  into.people += from.people
  into.measured += from.measured
  into.parts += from.parts
  into.placeSquares += from.people * from.people
  for (let s = 0; s < into.sum.length; s++) {
    into.sum[s] = into.sum[s]! + from.sum[s]!
    into.below[s] = into.below[s]! + from.below[s]!
  }
}

/** Mean and standard deviation (divisor S − 1) over draws of sum / people. */
export function meanDistance({ sum, people }: Pick<Tally, 'sum' | 'people'>): { mean: number; sd: number } {
  return moments(sum.length, (s) => sum[s]! / people)
}

export function moments(count: number, valueOf: (s: number) => number): { mean: number; sd: number } {
  let mean = 0
  let squares = 0
  for (let s = 0; s < count; s++) {
    const value = valueOf(s)
    const step = value - mean
    mean += step / (s + 1)
    squares += step * (value - mean)
  }
  return { mean, sd: Math.sqrt(squares / Math.max(1, count - 1)) }
}

/**
 * Mean of the share below and the smallest and largest count whose tail holds more than 5 % of the draws, as shares: 90 %
 * or more lies between them, ends included.
 */
export function shareInterval({ below, people }: Pick<Tally, 'below' | 'people'>): {
  share: number
  low: number
  high: number
} {
  const counts = new Uint32Array(people + 1)
  let total = 0
  for (const count of below) {
    counts[count] = counts[count]! + 1
    total += count
  }
  const tail = 0.05 * below.length
  let low = 0
  for (let passed = counts[0]!; passed <= tail; passed += counts[low]!) low++
  let high = people
  for (let passed = counts[people]!; passed <= tail; passed += counts[high]!) high--
  return { share: total / (below.length * people), low: low / people, high: high / people }
}
