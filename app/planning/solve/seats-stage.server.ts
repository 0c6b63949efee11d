import type { Highs } from 'highs'
import { hold, type Held, type Solved } from './highs.server'
import type { Entries } from './linear-model'
import type { PlanIndex } from './plan-index'
import type { Target } from './schedule'
import { seatsModel, targetOf, type SeatsModel } from './seats-model'

/** The stage of seats, relaxed: its value is a bound of every plan. `spare`: rows that no solution has broken so far. */
export type SeatsStage = { seats: SeatsModel; held: Held; spare: Entries[]; relaxed: Solved; price: number }

const slack = 1e-6
/** Seconds that one relaxation may take at most: without the first there is no bound, the others take a tenth of a second. */
const patience = 300

/** Solves the relaxation, with the spare rows that its solutions break. Null where nothing satisfies it. */
export function relaxSeats(solver: Highs, index: PlanIndex, clock: () => number): SeatsStage | null {
  const seats = seatsModel(index)
  const held = hold(solver, seats.model, { whole: false })
  const rows = { held, spare: seats.spare }
  const relaxed = runWithSpare(rows, clock, patience)
  if (relaxed.state === 'infeasible') {
    held.dispose()
    return null
  }
  const price = relaxed.state === 'optimal' ? (held.prices()[seats.budget] ?? 0) / 1e6 : 0
  return { seats, ...rows, relaxed, price: Math.max(0, price) }
}

/** Solves, adds the spare rows that the solution breaks, and solves again until it breaks none. */
function runWithSpare(rows: Pick<SeatsStage, 'held' | 'spare'>, clock: () => number, most: number): Solved {
  let relaxed = rows.held.run(most)
  while (relaxed.state === 'optimal' && clock() > 0) {
    const { values } = relaxed
    const broken = new Set(rows.spare.filter((row) => activity(row, values) > slack))
    if (broken.size === 0) break
    rows.spare = rows.spare.filter((row) => !broken.has(row))
    rows.held.addRows([...broken].map((entries) => ({ lower: -Infinity, upper: 0, entries })))
    relaxed = rows.held.run(most)
  }
  return relaxed
}

/**
 * The bound of every plan if the right side of one row were `upper`, solved from where the stage stands; null where the time
 * is over before. The row is as it was afterwards.
 */
export function boundWith(stage: SeatsStage, row: number, upper: number, clock: () => number): number | null {
  const { held, seats } = stage
  const { model } = seats
  const whole = model.whole.flatMap((is, column) => (is ? [column] : []))
  held.setBounds(
    whole,
    whole.map((column) => model.lower[column]!),
    whole.map((column) => model.upper[column]!),
  )
  held.setRow(row, model.rowLower[row]!, upper)
  const relaxed = runWithSpare(stage, clock, Math.max(0.1, clock()))
  held.setRow(row, model.rowLower[row]!, model.rowUpper[row]!)
  return relaxed.state === 'optimal' ? relaxed.gain : null
}

function activity(row: { indices: number[]; values: number[] }, values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < row.indices.length; i++) sum += row.values[i]! * values[row.indices[i]!]!
  return sum
}

/**
 * Makes whole first how many classes each trainer teaches, then how many are held: fixes those nearest to a whole number and
 * solves again, a few dozen times, each from where the last stood. The value is that of the stage with whole numbers. Null
 * where no rounding was found in time.
 */
export function roundClasses(
  stage: SeatsStage,
  clock: () => number,
): { target: Target; value: number } | null {
  const { seats } = stage
  const taught = new Set(seats.trainings.map((one) => one.column))
  const whole = seats.model.whole.flatMap((is, column) => (is ? [column] : []))
  const held = whole.filter((column) => !taught.has(column))
  const trainers = roundColumns(stage, [...taught], stage.relaxed, clock)
  const solved = trainers && roundColumns(stage, held, trainers, clock)
  return solved && { target: targetOf(seats, solved.values, stage.price), value: solved.gain }
}

function roundColumns(
  { held, seats }: SeatsStage,
  columns: number[],
  from: Solved,
  clock: () => number,
): Solved | null {
  for (let solved: Solved = from; ;) {
    const values: Float64Array = solved.values
    const distance = (column: number) => Math.abs(values[column]! - Math.round(values[column]!))
    const open = columns.filter((column) => distance(column) > slack)
    if (open.length === 0) {
      const now = columns.map((column) => Math.round(values[column]!))
      held.setBounds(columns, now, now)
      return solved
    }
    open.sort((a, b) => distance(a) - distance(b) || a - b)
    const next = clock() > 0 ? fixSome(held, seats.model, open, values) : null
    if (!next) return null
    solved = next
  }
}

/** Fixes the nearest third, else rounds it down, which seldom clashes, else one column either way. */
function fixSome(
  held: Held,
  model: SeatsModel['model'],
  open: number[],
  values: Float64Array,
): Solved | null {
  const some = open.slice(0, Math.ceil(open.length * 0.35))
  const one = open.slice(0, 1)
  const tries: [number[], (value: number) => number][] = [
    [some, Math.round],
    [some, Math.floor],
    [one, Math.floor],
    [one, Math.ceil],
  ]
  for (const [columns, round] of tries) {
    const whole = columns.map((column) => round(values[column]!))
    held.setBounds(columns, whole, whole)
    const next = held.run(patience)
    if (next.state === 'optimal') return next
    held.setBounds(
      columns,
      columns.map((column) => model.lower[column]!),
      columns.map((column) => model.upper[column]!),
    )
  }
  return null
}
