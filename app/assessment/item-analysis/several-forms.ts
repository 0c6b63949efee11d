import { covariance } from '../numeric/statistics'
import { classicalAnalysis, type ClassicalItem, type Marks } from './classical'

/** People who met the same items must be so many for their form to count towards consistency. */
export const fewestOfAForm = 10

export type FormsTest = {
  people: number
  /** Different sets of items among them. */
  forms: number
  /** How many of them had enough people for consistency, and these people. */
  judged: { forms: number; people: number }
  /** Of the totals in % of what the person's own form can give. */
  mean: number | null
  median: number | null
  standardDeviation: number | null
  skewness: number | null
  kurtosis: number | null
  /** %, as in ClassicalTest. */
  internalConsistency: number | null
  errorRatio: number | null
  /** In % of a form. */
  standardError: number | null
  items: ClassicalItem[]
}

/**
 * Item analysis where not everybody met the same items: total T and rest R = T − x are taken in % of what the person's
 * own form can give, so that longer forms do not look like better people; then the definitions of Moodle apply (see
 * `classicalAnalysis`, by which they are worked out). Where everybody met the same items, every figure of an item is
 * Moodle's exactly, since its definitions do not change when T and R are multiplied by a constant. The coefficient of
 * internal consistency is Moodle's within each form of at least `fewestOfAForm` people, averaged with the weights S − 1.
 * @param attempts marks per person; null = the person was not asked or gave no answer
 * @param maxima greatest mark of each item, > 0
 */
export function analyseForms(attempts: readonly Marks[], maxima: readonly number[]): FormsTest {
  const people = attempts.filter((marks) => marks.some((mark) => mark !== null))
  const sums = people.map((marks) => ({
    mark: marks.reduce<number>((sum, mark) => sum + (mark ?? 0), 0),
    most: marks.reduce<number>((sum, mark, j) => sum + (mark === null ? 0 : maxima[j]!), 0),
  }))
  const totals = sums.map(({ mark, most }) => (100 * mark) / most)
  const ofTotals = classicalAnalysis(
    totals.map((total) => [total]),
    [100],
  )
  const within = maxima.map((_, j) => people.flatMap((marks, i) => (marks[j] === null ? [] : [i])))
  const roots = within.map((rows, j) => {
    const value = covariance(
      rows.map((i) => people[i]![j]!),
      rows.map((i) => totals[i]!),
    )
    return value >= 0 ? Math.sqrt(value) : null
  })
  const allRoots = roots.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const items = within.map((rows, j): ClassicalItem => {
    const pairs = rows.map((i) => {
      const { mark, most } = sums[i]!
      const rest = most === maxima[j] ? 0 : (100 * (mark - people[i]![j]!)) / (most - maxima[j]!)
      return [people[i]![j]!, rest]
    })
    const weight = roots[j]
    return {
      ...classicalAnalysis(pairs, [maxima[j]!, 100]).items[0]!,
      effectiveWeight: weight == null || allRoots === 0 ? null : (100 * weight) / allRoots,
    }
  })
  const { mean, median, standardDeviation, skewness, kurtosis } = ofTotals
  const forms = formsOf(people)
  return {
    people: people.length,
    forms: forms.length,
    mean,
    median,
    standardDeviation,
    skewness,
    kurtosis,
    ...consistency(forms, maxima, standardDeviation),
    items,
  }
}

function formsOf(people: readonly Marks[]): Marks[][] {
  const forms = new Map<string, Marks[]>()
  for (const marks of people) {
    const key = marks.map((mark) => (mark === null ? 0 : 1)).join('')
    const form = forms.get(key)
    if (form) form.push(marks)
    else forms.set(key, [marks])
  }
  return [...forms.values()]
}

function consistency(forms: Marks[][], maxima: readonly number[], spread: number | null) {
  const judged = forms.flatMap((rows) => {
    if (rows.length < fewestOfAForm) return []
    const asked = maxima.flatMap((_, j) => (rows[0]![j] === null ? [] : [j]))
    const { internalConsistency } = classicalAnalysis(
      rows.map((marks) => asked.map((j) => marks[j]!)),
      asked.map((j) => maxima[j]!),
    )
    return internalConsistency === null ? [] : [{ people: rows.length, internalConsistency }]
  })
  const weights = judged.reduce((sum, { people }) => sum + people - 1, 0)
  const counts = { forms: judged.length, people: judged.reduce((sum, { people }) => sum + people, 0) }
  if (weights === 0)
    return { judged: counts, internalConsistency: null, errorRatio: null, standardError: null }
  const internalConsistency =
    judged.reduce((sum, form) => sum + (form.people - 1) * form.internalConsistency, 0) / weights
  const errorRatio = 100 * Math.sqrt(Math.max(0, 1 - internalConsistency / 100))
  const standardError = spread === null ? null : (errorRatio / 100) * spread
  return { judged: counts, internalConsistency, errorRatio, standardError }
}
