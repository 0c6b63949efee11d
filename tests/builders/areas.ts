import { normalDraw, seeded } from '~/assessment/numeric/random'
import type { AreaInput } from '~/gaps/area/fay-herriot'

/**
 * Areas drawn from the model itself: one covariate, standard deviation `between`, sampling variances spread evenly over
 * `sampling`.
 */
export function drawnAreas(
  seed: string,
  m: number,
  between: number,
  sampling: { from: number; to: number },
): { input: AreaInput; truth: number[] } {
  const random = seeded(`areas:${seed}`)
  const x = Float64Array.from({ length: m }, () => normalDraw(random))
  const variance = Array.from({ length: m }, () => sampling.from + (sampling.to - sampling.from) * random())
  const truth = Array.from(x, (value) => 2 + 0.5 * value + between * normalDraw(random))
  const input = {
    names: truth.map((_, d) => `Xã ${d + 1}`),
    estimate: truth.map((value, d) => value + Math.sqrt(variance[d]!) * normalDraw(random)),
    variance,
    columns: [
      { name: 'intercept', values: new Float64Array(m).fill(1) },
      { name: 'x', values: x },
    ],
  }
  return { input, truth }
}
