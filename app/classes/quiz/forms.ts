/** An item that a quiz of a class may ask; `difficulty` in logits. */
export type FormItem = {
  id: string
  competency: string
  level: number
  difficulty: number
  family: string | null
}

/** The items of the quiz before a class and of the one after it, in the order asked. */
export type ParallelForms = { before: string[]; after: string[] }

/** About so many questions in each form, so that a quiz takes a quarter of an hour. */
export const wantedLength = 12

/**
 * Two fixed forms of equal length for the competencies of a class: the items of a competency are put in order of level
 * and difficulty, neighbours make pairs, each form takes one of every pair, and the harder one goes to the other form
 * each time (matched random subtests: Gulliksen 1950, Theory of Mental Tests, ch. 15, without the draw). Pairs are taken
 * evenly over the range of difficulty. Items of one family never stand in one form. A competency with fewer than two
 * items is left out of both forms; with no pair at all both are empty.
 */
export function parallelForms(
  items: readonly FormItem[],
  competencies: readonly string[],
  length = wantedLength,
): ParallelForms {
  const each = Math.max(1, Math.ceil(length / Math.max(1, competencies.length)))
  const chosen = competencies.flatMap((competency) => spread(pairsOf(items, competency), each))
  const forms: ParallelForms = { before: [], after: [] }
  // The easiest pairs first, so that a form begins kindly; who gets the harder item changes from pair to pair.
  const ordered = [...chosen].sort((a, b) => a[0].difficulty - b[0].difficulty)
  ordered.forEach(([easier, harder], i) => {
    forms.before.push(i % 2 === 0 ? easier.id : harder.id)
    forms.after.push(i % 2 === 0 ? harder.id : easier.id)
  })
  return forms
}

type Pair = readonly [FormItem, FormItem]

function pairsOf(items: readonly FormItem[], competency: string): Pair[] {
  const own = items
    .filter((item) => item.competency === competency)
    .sort((a, b) => a.level - b.level || a.difficulty - b.difficulty || (a.id < b.id ? -1 : 1))
  const pairs: Pair[] = []
  const families = new Set<string>()
  let waiting: FormItem | null = null
  for (const item of own) {
    // Of a family two versions may be asked in all, one in each form, as a pair.
    if (item.family !== null && families.has(item.family) && waiting?.family !== item.family) continue
    if (item.family !== null) families.add(item.family)
    if (waiting === null) waiting = item
    else {
      pairs.push(waiting.difficulty <= item.difficulty ? [waiting, item] : [item, waiting])
      waiting = null
    }
  }
  return pairs
}

/** `count` of a list, evenly over it. */
function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list]
  return Array.from({ length: count }, (_, i) => list[Math.floor(((i + 0.5) * list.length) / count)]!)
}
