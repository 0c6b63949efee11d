import { mean, variance } from '~/assessment/numeric/statistics'

/** Mean over replicates ± one Monte Carlo standard error; without the error for a single replicate. */
export function withError(values: readonly number[], digits: number): string {
  const error = values.length > 1 ? Math.sqrt(variance(values) / values.length).toFixed(digits) : '–'
  return `${mean(values).toFixed(digits)} ± ${error}`
}
