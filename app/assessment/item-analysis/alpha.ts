import { covariance } from '../numeric/statistics'

export type Alpha = {
  /** Cronbach's alpha; may be negative. null below two items, below two complete rows, or with a constant total. */
  alpha: number | null
  /** Alpha of the other items, per item; null below three items, too. */
  ifDropped: (number | null)[]
  /** Rows without a missing answer, which alone were used. */
  rows: number
}

/**
 * Cronbach 1951, Psychometrika 16:297: α = p / (p − 1) · (1 − Σ var(x) / var(Σ x)), over the rows without a missing
 * value.
 * @param table scores per person, null = missing
 * @param items number of items
 */
export function cronbachAlpha(table: readonly (readonly (number | null)[])[], items: number): Alpha {
  const rows = table.filter((row) => row.every((value) => value !== null)) as number[][]
  const columns = Array.from({ length: items }, (_, j) => rows.map((row) => row[j]!))
  const all = columns.map((x) => columns.map((y) => (rows.length < 2 ? 0 : covariance(x, y))))
  const alphaOf = (kept: number[]) => {
    const p = kept.length
    const total = kept.reduce((sum, i) => kept.reduce((s, j) => s + all[i]![j]!, sum), 0)
    const parts = kept.reduce((sum, i) => sum + all[i]![i]!, 0)
    // A total that does not vary has a variance of rounding errors alone.
    if (p < 2 || total <= 1e-12 * Math.max(parts, 1e-300)) return null
    return (p / (p - 1)) * (1 - parts / total)
  }
  const every = columns.map((_, j) => j)
  return {
    alpha: alphaOf(every),
    ifDropped: every.map((j) => alphaOf(every.filter((k) => k !== j))),
    rows: rows.length,
  }
}
