// Holds the posterior of a person against long Markov chains, and measures how long it takes.
import type { Observation } from '~/assessment/irt/likelihood'
import { type Posterior, posterior, update } from '~/assessment/irt/posterior'
import { seeded } from '~/assessment/numeric/random'
import { quantile } from '~/assessment/numeric/statistics'
import { chainMoments } from './chain.ts'
import { benchPatterns, fixedForm, shippedPrior, wideForm } from './patterns.ts'

const steps = 200_000

type Row = { name: string; mean: number[]; sd: number[]; meanError: number[]; sdError: number[] }

/** Prints how far means and standard deviations are from the chains', for each kind of pattern, and the times. */
export async function benchPosterior(length = steps): Promise<void> {
  const patterns = benchPatterns('posterior')
  console.log(
    `Posterior in 32 dimensions, ${patterns.length} patterns, against elliptical slice chains of ${length} steps`,
  )
  console.log("|mean difference| in posterior sd, |sd ratio - 1|; ± is the chain's own standard error")
  console.log(line(['pattern', 'n', 'mean: worst', 'average', '±', 'sd: worst', 'average', '±']))
  const rows: Row[] = []
  for (const [i, { name, observations }] of patterns.entries()) {
    const row = compare(observations, length, `chain ${i}`)
    const same = rows.find((each) => each.name === name)
    if (same) {
      same.mean.push(...row.mean)
      same.sd.push(...row.sd)
      same.meanError.push(...row.meanError)
      same.sdError.push(...row.sdError)
    } else rows.push({ name, ...row })
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const row of rows) print(row)
  const together = (key: 'mean' | 'sd' | 'meanError' | 'sdError') => rows.flatMap((row) => row[key])
  const total = {
    name: 'all',
    mean: together('mean'),
    sd: together('sd'),
    meanError: together('meanError'),
    sdError: together('sdError'),
  }
  print(total)
  const good = worst(total.mean) <= 0.05 && worst(total.sd) <= 0.05
  console.log(`bars 0.05 sd and 5 %: ${good ? 'kept' : 'NOT KEPT'}`)
  benchTimes()
}

function compare(observations: Observation[], length: number, seed: string): Omit<Row, 'name'> {
  const { mean, covariance } = posterior(shippedPrior, observations)
  const chain = chainMoments(shippedPrior, observations, seeded(seed), length)
  const k = mean.length
  return {
    mean: Array.from(mean, (value, i) => Math.abs(value - chain.mean[i]!) / chain.sd[i]!),
    sd: Array.from(mean, (_, i) => Math.abs(Math.sqrt(covariance.data[i * (k + 1)]!) / chain.sd[i]! - 1)),
    meanError: [...chain.meanError],
    sdError: [...chain.sdError],
  }
}

const worst = (values: number[]) => Math.max(...values)
const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const line = ([name = '', ...cells]: string[]) => name.padEnd(38) + cells.map((c) => c.padStart(12)).join('')

function print(row: Row): void {
  const cells = [worst(row.mean), average(row.mean), average(row.meanError)]
  const others = [worst(row.sd), average(row.sd), average(row.sdError)]
  const count = String(row.mean.length / shippedPrior.mean.length)
  console.log(line([row.name, count, ...[...cells, ...others].map((x) => x.toFixed(4))]))
}

function benchTimes(): void {
  const random = seeded('times')
  const people = 1000
  for (const c of [0, 0.2]) {
    const forms = Array.from({ length: people }, () => fixedForm(random, c))
    const wide = Array.from({ length: people }, () => wideForm(random, c))
    const before = forms.map((form) => posterior(shippedPrior, form.slice(0, -1)))
    const kind = c === 0 ? 'no guessing' : `c = ${c}`
    time(`posterior, 39 answers on 13 of 32, ${kind}`, forms, (form) => posterior(shippedPrior, form))
    time(`update after the 39th answer, ${kind}`, forms, (form, i) =>
      update(shippedPrior, before[i]!, form, form.at(-1)!.dimension),
    )
    time(`posterior, 60 answers over 32, ${kind}`, wide, (form) => posterior(shippedPrior, form))
  }
}

function time(
  name: string,
  forms: Observation[][],
  run: (form: Observation[], i: number) => Posterior,
): void {
  forms.forEach(run)
  const times = forms.map((form, i) => {
    const start = performance.now()
    run(form, i)
    return performance.now() - start
  })
  const ms = (p: number) => quantile(times, p).toFixed(3)
  console.log(`${name}: median ${ms(0.5)} ms, p99 ${ms(0.99)} ms (${times.length} people)`)
}
