// How good one person's abilities are: bias, error and coverage under the reference prior, which never uses the commune.
import { posterior } from '~/assessment/irt/posterior'
import { structuredPrior } from '~/assessment/irt/prior'
import { z90 } from '~/gaps/wilson'
import { withError } from './monte-carlo.ts'
import { province, simulate, type Setting } from './simulate.ts'

const none = { general: 1e-9, domain: 1e-9, own: 1e-9 }

/** Prints the figures over seeds 1 to `seeds`: people like the reference population, then those of a simulated province. */
export function benchPersons(seeds = 20): void {
  const kinds: [string, Setting][] = [
    ['reference population', { ...province, places: 10, place: none, position: none, mean: 0 }],
    ['a province unlike the reference', { ...province, places: 10 }],
    [
      'reference population, answers chosen step by step',
      { ...province, places: 10, place: none, position: none, mean: 0, form: 'adaptive' },
    ],
  ]
  console.log(
    `\nPersons × 32 competencies, bank of 300 items, 39 answers on 13 competencies, seeds 1-${seeds}`,
  )
  console.table(
    Object.fromEntries(
      kinds.flatMap(([name, setting]) => {
        const rows = Array.from({ length: seeds }, (_, i) => onePopulation(String(i + 1), setting))
        return (['answered', 'not answered'] as const).map((part) => [
          `${name}, ${part}`,
          {
            bias: withError(
              rows.map((row) => row[part].error / row[part].n),
              4,
            ),
            RMSE: withError(
              rows.map((row) => Math.sqrt(row[part].square / row[part].n)),
              3,
            ),
            'mean sd': withError(
              rows.map((row) => row[part].sd / row[part].n),
              3,
            ),
            'covered %': withError(
              rows.map((row) => (100 * row[part].covered) / row[part].n),
              2,
            ),
            'people a seed': (rows.reduce((sum, { people }) => sum + people, 0) / seeds).toFixed(0),
          },
        ])
      }),
    ),
  )
}

function onePopulation(seed: string, setting: Setting) {
  const { input, abilities } = simulate(`persons ${seed}`, setting)
  const prior = structuredPrior(input.domainOf, input.prior)
  const k = input.domainOf.length
  const empty = () => ({ n: 0, error: 0, square: 0, sd: 0, covered: 0 })
  const result = { answered: empty(), 'not answered': empty(), people: 0 }
  for (const [i, { answers }] of input.people.entries()) {
    if (!answers) continue
    result.people++
    const observations = answers.map(({ item, category }) => ({ ...input.items![item]!, category }))
    const { mean: centre, covariance } = posterior(prior, observations)
    const seen = new Set(observations.map(({ dimension }) => dimension))
    for (let j = 0; j < k; j++) {
      const sums = seen.has(j) ? result.answered : result['not answered']
      const sd = Math.sqrt(covariance.data[j * (k + 1)]!)
      const error = centre[j]! - abilities[i * k + j]!
      sums.n++
      sums.error += error
      sums.square += error * error
      sums.sd += sd
      if (Math.abs(error) <= z90 * sd) sums.covered++
    }
  }
  return result
}
