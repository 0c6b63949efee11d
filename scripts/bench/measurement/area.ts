// The area-level model on areas drawn from it: error and coverage of its estimates, and whether a variance of zero is seen.
import { performance } from 'node:perf_hooks'
import { fayHerriot } from '../../../app/gaps/area/fay-herriot'
import { mean, variance } from '../../../app/assessment/numeric/statistics'
import { drawnAreas } from '../../../tests/builders/areas'

type Condition = { areas: number; between: number; sampling: { from: number; to: number }; unsampled: number }
type Row = {
  covered: number
  synthetic: number
  bias: number
  squares: number
  direct: number
  mse: number
  zero: number
}

const sets = 1000
/** Sampling variances up to the variance between areas, which is 1, and beyond it. */
const conditions: Condition[] = [
  { areas: 56, between: 1, sampling: { from: 1, to: 1 }, unsampled: 6 },
  { areas: 56, between: 1, sampling: { from: 0.2, to: 1 }, unsampled: 6 },
  { areas: 120, between: 1, sampling: { from: 0.2, to: 1 }, unsampled: 20 },
  { areas: 56, between: 1, sampling: { from: 1, to: 4 }, unsampled: 6 },
  { areas: 56, between: 0, sampling: { from: 0.2, to: 1 }, unsampled: 6 },
]

function once(condition: Condition, seed: number): Row {
  const { areas, between, sampling, unsampled } = condition
  const { input, truth } = drawnAreas(`bench:${seed}`, areas + unsampled, between, sampling)
  const estimate = input.estimate.map((value, d) => (d < areas ? value : null))
  const { estimates, modelVariance } = fayHerriot({ ...input, estimate })
  const inside = estimates.map(({ low, high }, d) => (low <= truth[d]! && truth[d]! <= high ? 1 : 0))
  const errors = estimates.slice(0, areas).map(({ eblup }, d) => eblup - truth[d]!)
  return {
    covered: mean(inside.slice(0, areas)),
    synthetic: mean(inside.slice(areas)),
    bias: mean(errors),
    squares: mean(errors.map((error) => error ** 2)),
    direct: mean(errors.map((_, d) => (input.estimate[d]! - truth[d]!) ** 2)),
    mse: mean(estimates.slice(0, areas).map(({ mse }) => mse)),
    zero: modelVariance.zero ? 1 : 0,
  }
}

export async function benchArea(): Promise<void> {
  console.log(`${sets} sets a line, seeds bench:0 to bench:${sets - 1}; Monte Carlo standard error behind ±`)
  for (const condition of conditions) {
    const started = performance.now()
    const rows = Array.from({ length: sets }, (_, seed) => once(condition, seed))
    const figure = (pick: (row: Row) => number, digits: number, times = 1) => {
      const values = rows.map((row) => times * pick(row))
      return `${mean(values).toFixed(digits)} ± ${Math.sqrt(variance(values) / sets).toFixed(digits)}`
    }
    const { areas, between, sampling } = condition
    console.log(
      [
        `\n${areas} areas, variance between ${between ** 2}, sampling variances ${sampling.from} to ${sampling.to}`,
        `  90 % intervals cover       ${figure((row) => row.covered, 2, 100)} %`,
        `  of areas without a sample  ${figure((row) => row.synthetic, 2, 100)} %`,
        `  bias                       ${figure((row) => row.bias, 4)}`,
        `  mean squared error         ${figure((row) => row.squares, 4)} (direct ${figure((row) => row.direct, 4)})`,
        `  its estimate               ${figure((row) => row.mse, 4)}`,
        `  variance found to be zero  ${figure((row) => row.zero, 1, 100)} %`,
        `  time a fit                 ${((performance.now() - started) / sets).toFixed(2)} ms`,
      ].join('\n'),
    )
  }
}
