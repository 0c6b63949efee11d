/** Answers of one person to the items in order; null where the item was not answered. */
export type ResponseRow = readonly (number | null)[]

/** Persons with the same answers, once: `categories[j]` is −1 where item j is missing. */
export type Pattern = { categories: Int16Array; count: number }

export type Coded = {
  /** Per item the answers that were seen, ascending: values[k] stands for category k. Fewer than two: constant. */
  values: number[][]
  patterns: Pattern[]
  /** Index into `patterns` of each row. */
  patternOf: number[]
}

/**
 * Recodes integer answers as categories 0, 1, … of the values seen (a category that nobody reached cannot be estimated)
 * and collapses equal rows into one pattern with a count.
 * @param pad gives an item with one value or none a second category, 0 or 1, so that a prior can place it
 */
export function codeResponses(rows: readonly ResponseRow[], items: number, pad = false): Coded {
  const values = Array.from({ length: items }, (_, j) => {
    const seen = new Set<number>()
    for (const row of rows) if (row[j] != null) seen.add(row[j])
    if (pad && seen.size < 2) seen.add(0)
    if (pad && seen.size < 2) seen.add(1)
    return [...seen].sort((x, y) => x - y)
  })
  const codes = values.map((list) => new Map(list.map((value, k) => [value, k])))
  const index = new Map<string, number>()
  const patterns: Pattern[] = []
  const patternOf = rows.map((row) => {
    const categories = Int16Array.from({ length: items }, (_, j) =>
      row[j] == null ? -1 : codes[j]!.get(row[j])!,
    )
    const key = categories.join()
    const found = index.get(key)
    if (found !== undefined) {
      patterns[found]!.count++
      return found
    }
    index.set(key, patterns.length)
    return patterns.push({ categories, count: 1 }) - 1
  })
  return { values, patterns, patternOf }
}

/**
 * The items that somebody answered and the patterns with an answer, which alone say something.
 * @returns `patterns` null where one of them lacks an answer to one of these items
 */
export function answeredPart(
  patterns: readonly Pattern[],
  items: number,
): { items: number[]; patterns: Pattern[] | null } {
  const some = patterns.filter(({ categories }) => categories.some((k) => k >= 0))
  const answered = Array.from({ length: items }, (_, j) => j).filter((j) =>
    some.some(({ categories }) => categories[j]! >= 0),
  )
  const whole = some.every(({ categories }) => answered.every((j) => categories[j]! >= 0))
  return { items: answered, patterns: whole && some.length > 0 ? some : null }
}
