import loadHighs, { type Highs, type Model } from 'highs'
import type { Entries, LinearModel } from './linear-model'

/** What a run came to. `bound`: no solution has more gain; `gain` is −∞ and `values` are empty where no solution was found. */
export type Solved = {
  state: 'optimal' | 'infeasible' | 'stopped'
  values: Float64Array
  gain: number
  bound: number
}

/** A model held by the solver, so that it can be changed and solved again from where it stood. */
export type Held = {
  run(seconds: number): Solved
  addRows(rows: { lower: number; upper: number; entries: Entries }[]): void
  setBounds(columns: number[], lower: number[], upper: number[]): void
  setRow(row: number, lower: number, upper: number): void
  /** Gain of one more unit on the right side of each row; after an optimal run without whole columns. */
  prices(): Float64Array
  dispose(): void
}

let highs: Highs | undefined

/** Loads HiGHS once a thread (docs/decisions/0041). Runs block the thread that they are in. */
export async function openHighs(): Promise<Highs> {
  return (highs ??= await loadHighs())
}

/** `whole`: whether whole columns must be whole, or the relaxation is meant; `gap`: relative gap at which to stop. */
export function hold(
  solver: Highs,
  model: LinearModel,
  { whole = true, gap = 0, start }: { whole?: boolean; gap?: number; start?: ArrayLike<number> } = {},
): Held {
  const rows = model.rowLower.length
  const columns = model.gain.length
  if (columns === 0) return holdNothing(model)
  const held: Model = solver.createModel({
    numCols: columns,
    numRows: rows,
    sense: solver.constants.objectiveSense.maximize,
    colCost: model.gain,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csr',
      numRows: rows,
      numCols: columns,
      starts: Int32Array.from(model.starts),
      indices: Int32Array.from(model.indices),
      values: Float64Array.from(model.values),
    },
    ...(whole && model.whole.includes(true)
      ? { integrality: Int32Array.from(model.whole, (one) => (one ? 1 : 0)) }
      : {}),
  })
  const isMip = whole && model.whole.includes(true)
  held.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: gap, mip_abs_gap: 1e-9 })
  if (start) held.setSolution({ colValue: Float64Array.from(start) })
  return {
    run: (seconds) => {
      held.zeroAllClocks()
      held.options.set('time_limit', Math.max(0.05, seconds))
      held.run()
      return read(solver, held, isMip)
    },
    addRows: (added) => {
      for (const row of added) held.addRow(row.lower, row.upper, row.entries)
    },
    setBounds: (indices, lower, upper) => {
      indices.forEach((column, i) => held.changeColBounds(column, lower[i]!, upper[i]!))
    },
    setRow: (row, lower, upper) => void held.changeRowBounds(row, lower, upper),
    prices: () => held.getSolution().rowDual,
    dispose: () => held.dispose(),
  }
}

function read(solver: Highs, held: Model, isMip: boolean): Solved {
  const { modelStatus } = solver.constants
  const status = held.getModelStatus()
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
    return { state: 'infeasible', values: new Float64Array(0), gain: -Infinity, bound: -Infinity }
  }
  if (status === modelStatus.empty)
    return { state: 'optimal', values: new Float64Array(0), gain: 0, bound: 0 }
  const state = status === modelStatus.optimal ? 'optimal' : 'stopped'
  const found = Number(held.info.get('primal_solution_status')) === 2
  const gain = found ? held.getObjectiveValue() : -Infinity
  const bound = isMip ? Number(held.info.get('mip_dual_bound')) : state === 'optimal' ? gain : Infinity
  return {
    state,
    values: found ? held.getSolution().colValue : new Float64Array(0),
    gain,
    bound: Math.max(bound, gain),
  }
}

/** A model without columns has one solution, or none where a row asks for more than nothing. */
function holdNothing({ rowLower, rowUpper }: LinearModel): Held {
  const holds = rowLower.every((lower, row) => lower <= 0 && rowUpper[row]! >= 0)
  const gain = holds ? 0 : -Infinity
  return {
    run: () => ({ state: holds ? 'optimal' : 'infeasible', values: new Float64Array(0), gain, bound: gain }),
    addRows: () => {},
    setBounds: () => {},
    setRow: () => {},
    prices: () => new Float64Array(rowLower.length),
    dispose: () => {},
  }
}
