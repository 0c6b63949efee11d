import { describe, expect, it } from 'vitest'
import { posterior } from '~/assessment/irt/posterior'
import { structuredPrior } from '~/assessment/irt/prior'
import { arrange } from './people'
import { propagate, tabulate } from './propagate'
import type { PooledItem } from './types'

const domainOf = [0, 0, 1]
const reference = { general: 0.6, domain: 0.2, own: 0.2 }
const items: PooledItem[] = [
  { dimension: 0, parameters: { model: '2pl', a: 1.4, b: -0.5 } },
  { dimension: 0, parameters: { model: '2pl', a: 0.9, b: 0.6, c: 0.2 } },
  { dimension: 2, parameters: { model: 'gpcm', a: 1.1, b: [-0.4, 0.5] } },
  { dimension: 2, parameters: { model: 'grm', a: 1.6, b: [-1, 1] } },
]

describe('propagate', () => {
  it('comes to the sites of the posterior', () => {
    const answers = [1, 1, 2, 0].map((category, item) => ({ item, category }))
    const people = arrange({
      domainOf,
      places: 1,
      positions: 1,
      departments: 1,
      prior: reference,
      items,
      people: [{ place: 0, position: 0, department: 0, needs: [], sites: [], answers }],
      seed: '',
    })
    const prior = structuredPrior(domainOf, reference, 0.3)
    const answered = structuredPrior([0, 1], reference, 0.3)
    const tables = tabulate(people, items)
    for (let turn = 0; turn < 4; turn++)
      propagate(
        people,
        0,
        items,
        tables,
        Float64Array.from(answered.mean),
        Float64Array.from(answered.covariance.data),
      )
    const { sites } = posterior(
      prior,
      answers.map(({ item, category }) => ({ ...items[item]!, category })),
    )
    for (const [j, { dimension, precision, shift }] of sites.entries()) {
      expect(people.siteDimension[j]).toBe(dimension)
      expect(people.precision[j]).toBeCloseTo(precision, 3)
      expect(people.shift[j]).toBeCloseTo(shift, 3)
    }
  })

  it('shares the likelihood of those who answered alike', () => {
    const person = { place: 0, position: 0, department: 0, needs: [], sites: [] }
    const people = arrange({
      domainOf,
      places: 1,
      positions: 1,
      departments: 1,
      prior: reference,
      items,
      people: [
        { ...person, answers: [{ item: 0, category: 1 }] },
        {
          ...person,
          answers: [
            { item: 0, category: 1 },
            { item: 2, category: 2 },
          ],
        },
      ],
      seed: '',
    })
    const { of, kept } = tabulate(people, items)
    expect(kept).toHaveLength(2)
    expect(of[0]).toBe(of[1])
  })
})
