// Calibration: agreement with LSAT-6, recovery of parameters, false alarms of differential functioning, time of a bank.
import { performance } from 'node:perf_hooks'
import type { BankCalibration } from '../../../app/assessment/calibration/bank'
import { differentialFunctioning } from '../../../app/assessment/calibration/dif'
import { matchingAbilities } from '../../../app/assessment/calibration/matching'
import { measureTable } from '../../../app/assessment/calibration/measure-table'
import { calibrate } from '../../../app/assessment/calibration/mml'
import { calibrateBank } from '../../../app/assessment/calibration/multidimensional'
import { drawResponse } from '../../../app/assessment/irt/models'
import type { ItemParameters } from '../../../app/assessment/irt/parameters'
import { normalDraw, seeded } from '../../../app/assessment/numeric/random'
import { mean, variance } from '../../../app/assessment/numeric/statistics'
import { drawnBank, type DrawnBank } from '../../../tests/builders/bank-answers'
import { lsat6, lsat6References } from '../../../tests/builders/lsat6'

const seeds = Array.from({ length: 20 }, (_, i) => String(i + 1))

export async function benchCalibration(): Promise<void> {
  console.log('\n## LSAT-6: largest difference from the published estimates (they have 3 decimals)')
  console.table(agreement())
  console.log('\n## 1,000 persons × 15 items, no prior: mean over 20 seeds ± Monte Carlo error')
  console.table(
    Object.fromEntries((['2pl', 'grm', 'gpcm'] as const).map((model) => [model, recovery(model)])),
  )
  console.log('\n## A bank of 300 items in 32 competencies, 39 answers a person; one seed')
  console.table(bank())
  console.log(
    '\n## Differential functioning where there is none: items of class B or C among 60, groups 0.6 logits apart',
  )
  console.table(falseAlarms())
}

function agreement() {
  const table = {
    items: ['1', '2', '3', '4', '5'],
    rows: lsat6().map((answers, i) => ({ line: i + 2, answers })),
  }
  const most = (x: number[], y: number[]) => Math.max(...x.map((value, i) => Math.abs(value - y[i]!)))
  return Object.fromEntries(
    (['2pl', 'common-a', 'rasch'] as const).map((model) => {
      const result = measureTable({ ...table, group: null }, { model, prior: 'none' })
      const reference = lsat6References[model]
      const parameters = result.items.map((item) => item.parameters as { a: number; b: number })
      const byScore = 'eapByScore' in reference ? reference.eapByScore : []
      return [
        model,
        {
          a: most(
            parameters.map(({ a }) => a),
            reference.a,
          ).toFixed(4),
          b: most(
            parameters.map(({ b }) => b),
            reference.b,
          ).toFixed(4),
          'log-likelihood': Math.abs(result.fit.logLikelihood - reference.logLikelihood).toFixed(4),
          'EAP by score': byScore.length
            ? most(
                byScore,
                result.byScore!.map(({ eap }) => eap),
              ).toFixed(4)
            : '',
          alpha: Math.abs(result.reliability.alpha! - lsat6References.alpha).toFixed(7),
          iterations: result.fit.iterations,
        },
      ]
    }),
  )
}

function recovery(model: '2pl' | 'grm' | 'gpcm') {
  const runs = seeds.map((seed) => {
    const random = seeded(`recovery ${seed}`)
    const truth = Array.from({ length: 15 }, (_, j): ItemParameters => {
      const a = Math.exp(0.3 * normalDraw(random))
      const b = -1.75 + 0.25 * j
      return model === '2pl' ? { model, a, b } : { model, a, b: [b - 0.7, b + 0.7] }
    })
    const rows = Array.from({ length: 1000 }, () => {
      const theta = normalDraw(random)
      return truth.map((p) => drawResponse(p, theta, random))
    })
    const { items } = calibrate(rows, 15, { model, prior: 'none' })
    const flat = (p: ItemParameters) => (p.model === '2pl' ? [p.b] : p.b)
    const b = items.flatMap(({ parameters, errors }, j) =>
      flat(parameters!).map((value, k) => ({ miss: value - flat(truth[j]!)[k]!, se: errors!.b[k]! })),
    )
    const a = items.map(({ parameters, errors }, j) => ({ miss: parameters!.a - truth[j]!.a, se: errors!.a }))
    return { a: figures(a), b: figures(b) }
  })
  const over = (of: (run: (typeof runs)[number]) => number) => withError(runs.map(of))
  return {
    'a bias': over(({ a }) => a.bias),
    'a RMSE': over(({ a }) => a.rmse),
    'a covered 90 %': over(({ a }) => a.covered),
    'b bias': over(({ b }) => b.bias),
    'b RMSE': over(({ b }) => b.rmse),
    'b covered 90 %': over(({ b }) => b.covered),
  }
}

function figures(list: { miss: number; se: number }[]) {
  return {
    bias: mean(list.map(({ miss }) => miss)),
    rmse: Math.sqrt(mean(list.map(({ miss }) => miss ** 2))),
    covered: mean(list.map(({ miss, se }) => (Math.abs(miss) <= 1.645 * se ? 1 : 0))),
  }
}

function withError(values: number[]): string {
  return `${mean(values).toFixed(3)} ± ${Math.sqrt(variance(values) / values.length).toFixed(3)}`
}

function bank() {
  const sizes = [
    { persons: 2300, shrinkage: true },
    { persons: 2300, shrinkage: false },
    { persons: 500, shrinkage: true },
    { persons: 100, shrinkage: true },
  ]
  return sizes.map(({ persons, shrinkage }) => {
    const drawn = drawnBank({ seed: 'bench', persons, answers: 39 })
    const started = performance.now()
    const result = calibrateBank(drawn.input, { shrinkage })
    const seconds = (performance.now() - started) / 1000
    const { general, domain, own } = result.population.components
    return {
      persons,
      shrinkage,
      seconds: Number(seconds.toFixed(1)),
      iterations: result.iterations,
      'RMSE of b': miss(drawn, result, (p) => difficulty(p)),
      'held at a bound': result.items.filter(({ notes }) => notes.includes('at-bound')).length,
      'expected b': missBefore(drawn, (p) => difficulty(p)),
      'RMSE of log a': miss(drawn, result, (p) => Math.log(p.a)),
      'expected log a': missBefore(drawn, (p) => Math.log(p.a)),
      variances: [general, domain, own].map((value) => value.toFixed(2)).join(' '),
      infit: mean(result.items.flatMap(({ infit }) => (infit === null ? [] : [infit]))).toFixed(3),
    }
  })
}

function difficulty(p: ItemParameters): number {
  return p.model === '2pl' ? p.b : mean(p.b)
}

function miss({ truth }: DrawnBank, { items }: BankCalibration, of: (p: ItemParameters) => number): string {
  return Math.sqrt(mean(items.map(({ parameters }, j) => (of(parameters) - of(truth[j]!)) ** 2))).toFixed(3)
}

function missBefore({ truth, input }: DrawnBank, of: (p: ItemParameters) => number): string {
  return Math.sqrt(
    mean(input.items.map(({ parameters }, j) => (of(parameters) - of(truth[j]!)) ** 2)),
  ).toFixed(3)
}

function falseAlarms() {
  const runs = seeds.map((seed) => {
    const drawn = drawnBank({ seed: `dif ${seed}`, persons: 700, answers: 30, competencies: 8, items: 60 })
    const result = calibrateBank(drawn.input, { shrinkage: true })
    const random = seeded(`groups ${seed}`)
    const groups = drawn.abilities.map((ability) =>
      mean(ability) + 1.3 * normalDraw(random) > 0 ? 'a' : 'b',
    )
    const { components } = result.population
    const matched = matchingAbilities(drawn.input.domainOf, components, result.abilities, groups, random)
    const index = new Map(drawn.input.items.map(({ id }, j) => [id, j]))
    const rows = drawn.input.persons.map((answers) => {
      const row: (number | null)[] = drawn.input.items.map(() => null)
      for (const { item, category } of answers) row[index.get(item)!] = category
      return row
    })
    const abilities = (j: number) => matched.map((ability) => ability[drawn.input.items[j]!.dimension]!)
    const found = differentialFunctioning({ rows, groups, abilities }, 60)
    return {
      flagged: found.filter((item) => item.class === 'B' || item.class === 'C').length / 60,
      significant: found.filter((item) => item.statistic && item.statistic.p < 0.05).length / 60,
      discovered: found.some((item) => item.adjusted !== null && item.adjusted <= 0.1) ? 1 : 0,
    }
  })
  return {
    'share of class B or C': withError(runs.map(({ flagged }) => flagged)),
    'share with p < 0.05': withError(runs.map(({ significant }) => significant)),
    'runs with a false discovery at 10 %': withError(runs.map(({ discovered }) => discovered)),
  }
}
