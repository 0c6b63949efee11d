/**
 * A linear or mixed-integer program to be maximised, as plain sparse data: columns with gain, bounds and whether they are
 * whole; rows by their entries (compressed by row) with a lower and an upper bound. ±Infinity stands for no bound.
 */
export type LinearModel = {
  gain: number[]
  lower: number[]
  upper: number[]
  whole: boolean[]
  rowLower: number[]
  rowUpper: number[]
  /** Row i has the entries starts[i] … starts[i + 1] − 1 of `indices` and `values`. */
  starts: number[]
  indices: number[]
  values: number[]
}

export function emptyModel(): LinearModel {
  return {
    gain: [],
    lower: [],
    upper: [],
    whole: [],
    rowLower: [],
    rowUpper: [],
    starts: [0],
    indices: [],
    values: [],
  }
}

/** Adds a column with bounds 0 … `upper` unless said otherwise and returns its index. */
export function addColumn(model: LinearModel, gain: number, upper: number, whole = false, lower = 0): number {
  model.gain.push(gain)
  model.lower.push(lower)
  model.upper.push(upper)
  model.whole.push(whole)
  return model.gain.length - 1
}

/** The entries of a row that is being put together. */
export type Entries = { indices: number[]; values: number[] }

export const noEntries = (): Entries => ({ indices: [], values: [] })

export function enter(entries: Entries, column: number, value: number): void {
  entries.indices.push(column)
  entries.values.push(value)
}

/**
 * Adds lower ≤ Σ value · column ≤ upper and returns the row's index. A column may stand in `entries` once. A row without
 * entries is kept where 0 breaks its bounds, so that the model is infeasible, and left out (−1) where it says nothing.
 */
export function addRow(model: LinearModel, lower: number, upper: number, entries: Entries): number {
  if (entries.indices.length === 0 && lower <= 0 && upper >= 0) return -1
  for (const index of entries.indices) model.indices.push(index)
  for (const value of entries.values) model.values.push(value)
  model.rowLower.push(lower)
  model.rowUpper.push(upper)
  model.starts.push(model.indices.length)
  return model.rowLower.length - 1
}
