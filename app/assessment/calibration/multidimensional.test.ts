import { describe, expect, test } from 'vitest'
import { drawnBank } from '../../../tests/builders/bank-answers'
import type { ItemParameters } from '../irt/parameters'
import { normalDraw, seeded } from '../numeric/random'
import { correlation, mean } from '../numeric/statistics'
import type { BankCalibration, BankInput } from './bank'
import { differentialFunctioning } from './dif'
import { matchingAbilities } from './matching'
import { calibrateBank } from './multidimensional'

const difficulty = (p: ItemParameters) => (p.model === '2pl' ? p.b : mean(p.b))
const rmse = (x: number[], y: number[]) => Math.sqrt(mean(x.map((value, i) => (value - y[i]!) ** 2)))
const difficulties = ({ items }: BankCalibration) => items.map(({ parameters }) => difficulty(parameters))

describe('the bank on simulated answers', () => {
  const { input, truth, abilities } = drawnBank({
    seed: 'bank',
    persons: 700,
    answers: 30,
    competencies: 8,
    items: 60,
  })
  const result = calibrateBank(input, { shrinkage: true })

  test('comes closer to the true items than what was expected of them', () => {
    expect(result.converged).toBe(true)
    const expected = input.items.map(({ parameters }) => difficulty(parameters))
    const real = truth.map(difficulty)
    expect(rmse(difficulties(result), real)).toBeLessThan(0.6 * rmse(expected, real))
    expect(correlation(difficulties(result), real)).toBeGreaterThan(0.97)
    const slopes = result.items.map(({ parameters }) => Math.log(parameters.a))
    expect(
      rmse(
        slopes,
        truth.map(({ a }) => Math.log(a)),
      ),
    ).toBeLessThan(0.19)
  })

  test('holds the scale in the items: mean difficulty of each competency and mean slope stay', () => {
    const gaps = result.items.map(({ parameters, before }) => difficulty(parameters) - difficulty(before))
    for (let k = 0; k < 8; k++)
      expect(Math.abs(mean(gaps.filter((_, j) => input.items[j]!.dimension === k)))).toBeLessThan(0.02)
    expect(Math.abs(mean(result.items.map(({ parameters }) => Math.log(parameters.a))))).toBeLessThan(0.02)
  })

  test('says the population again, and places the persons', () => {
    expect(result.population.estimated).toEqual({ means: input.domainOf.map(() => true), components: true })
    const { general, domain, own } = result.population.components
    expect(general + domain + own).toBeGreaterThan(0.8)
    expect(general + domain + own).toBeLessThan(1.5)
    for (const k of [0, 7]) {
      const estimated = result.abilities.map((ability) => ability.mean[k]!)
      expect(
        correlation(
          estimated,
          abilities.map((ability) => ability[k]!),
        ),
      ).toBeGreaterThan(0.7)
    }
  })

  test('fit is 1 and lower asymptotes stay where the model holds', () => {
    expect(Math.abs(mean(result.items.map(({ infit }) => infit!)) - 1)).toBeLessThan(0.03)
    for (const { parameters, before } of result.items)
      if (parameters.model === '2pl' && before.model === '2pl') expect(parameters.c).toBe(before.c)
  })

  test('the same input gives the same numbers', () => {
    const again = calibrateBank(input, { shrinkage: true }, () => {})
    expect(again).toEqual(result)
  })

  test('standard errors are about the true errors', () => {
    const z = result.items.flatMap(({ parameters, errors }, j) =>
      parameters.model === '2pl' ? [(parameters.b - difficulty(truth[j]!)) / errors!.b[0]!] : [],
    )
    expect(
      rmse(
        z,
        z.map(() => 0),
      ),
    ).toBeGreaterThan(0.7)
    expect(
      rmse(
        z,
        z.map(() => 0),
      ),
    ).toBeLessThan(1.5)
  })

  test('without shrinkage the population has means 0 and total variance 1', () => {
    const { population, items } = calibrateBank(input, { shrinkage: false, iterations: 30 })
    const { general, domain, own } = population.components
    expect(general + domain + own).toBeCloseTo(1, 9)
    for (const value of population.mean) expect(value).toBeCloseTo(0, 9)
    expect(
      correlation(
        items.map(({ parameters }) => difficulty(parameters)),
        truth.map(difficulty),
      ),
    ).toBeGreaterThan(0.8)
  })

  test('differential functioning: unlike groups alone flag nothing, an item that differs is found', () => {
    const random = seeded('groups')
    const groups = abilities.map((ability) => (mean(ability) + normalDraw(random) > 0 ? 'a' : 'b'))
    const matched = matchingAbilities(
      input.domainOf,
      result.population.components,
      result.abilities,
      groups,
      seeded('matching'),
    )
    const rows = input.persons.map((answers, i) => {
      const row: (number | null)[] = input.items.map(() => null)
      for (const { item, category } of answers) row[input.items.findIndex(({ id }) => id === item)] = category
      // Half of the right answers of group b to one item turn wrong.
      if (groups[i] === 'b' && row[4] === 1 && random() < 0.5) row[4] = 0
      return row
    })
    const found = differentialFunctioning(
      { rows, groups, abilities: (j) => matched.map((ability) => ability[input.items[j]!.dimension]!) },
      60,
    )
    expect(found[4]!.class).toBe('C')
    expect(found.filter((item) => item.class !== 'A').length).toBeLessThan(7)
  })
})

describe('few answers', () => {
  const { input, truth } = drawnBank({ seed: 'few', persons: 40, answers: 20, competencies: 8, items: 60 })
  const result = calibrateBank(input, { shrinkage: true })

  test('the items stay near what was expected, the population as it is', () => {
    expect(result.population).toEqual({
      mean: input.population.mean,
      components: input.population.components,
      estimated: { means: input.domainOf.map(() => false), components: false },
    })
    const moves = result.items.map(({ parameters, before }) =>
      Math.abs(difficulty(parameters) - difficulty(before)),
    )
    expect(Math.max(...moves)).toBeLessThan(1.2)
    expect(rmse(difficulties(result), truth.map(difficulty))).toBeLessThan(0.55)
    expect(result.items.filter(({ notes }) => notes.includes('few-answers')).length).toBeGreaterThan(50)
  })
})

describe('hostile data', () => {
  const items = (['x', 'y', 'z'] as const).map((id, j) => ({
    id,
    dimension: j % 2,
    parameters: { model: '2pl' as const, a: 1, b: 0 },
  }))
  const bank = (persons: BankInput['persons']): BankInput => ({
    domainOf: [0, 0],
    population: { mean: [0, 0], components: { general: 0.6, domain: 0.2, own: 0.2 } },
    items,
    persons,
  })
  const all = (category: number) => items.slice(0, 2).map(({ id }) => ({ item: id, category }))

  test.each([
    ['nobody', []],
    ['nobody answered', [[], []]],
    ['one person', [all(1)]],
    ['everybody right', Array.from({ length: 400 }, () => all(1))],
    ['everybody wrong', Array.from({ length: 400 }, () => all(0))],
    ['one half right, one half wrong', Array.from({ length: 400 }, (_, i) => all(i % 2))],
  ])('%s: finite, and the item nobody answered keeps its parameters', (_, persons) => {
    for (const shrinkage of [true, false]) {
      const result = calibrateBank(bank(persons), { shrinkage })
      JSON.stringify(result, (key, value: unknown) => {
        if (typeof value === 'number') expect([key, Number.isFinite(value)]).toEqual([key, true])
        return value
      })
      expect(result.items[2]).toMatchObject({
        notes: ['unanswered'],
        answered: 0,
        infit: null,
        facility: null,
      })
      if (shrinkage) expect(result.items[2]!.parameters).toEqual(items[2]!.parameters)
    }
  })

  test('what does not belong to the bank is refused', () => {
    expect(() => calibrateBank(bank([[{ item: 'w', category: 1 }]]), { shrinkage: true })).toThrow(RangeError)
    expect(() => calibrateBank(bank([[{ item: 'x', category: 2 }]]), { shrinkage: true })).toThrow(RangeError)
  })
})
