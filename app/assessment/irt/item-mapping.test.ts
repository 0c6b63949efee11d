import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { standardSchema } from '~/competency/standard'
import { mappedLocation, suggestedThresholds } from './item-mapping'
import { expectedScore } from './models'
import type { ItemParameters } from './parameters'

const standard = standardSchema.parse(
  parse(readFileSync(new URL('../../../content/measurement/its.yaml', import.meta.url), 'utf8')),
)

test('the shipped thresholds are the points where the expected difficulties are answered rightly by 67 %', () => {
  const { expert, setting } = standard
  expect(setting.probability).toBe(0.67)
  for (const [level, b] of Object.entries(expert.difficulty)) {
    const location = mappedLocation({ model: '2pl', a: expert.discrimination.single, b }, setting.probability)
    expect(setting.thresholds[level]).toBe(Math.round(location * 100) / 100)
  }
})

const parameters: fc.Arbitrary<ItemParameters> = fc.oneof(
  fc.record({
    model: fc.constant('2pl' as const),
    a: fc.double({ min: 0.3, max: 3, noNaN: true }),
    b: fc.double({ min: -3, max: 3, noNaN: true }),
  }),
  fc.record({
    model: fc.constantFrom('gpcm' as const, 'grm' as const),
    a: fc.double({ min: 0.3, max: 3, noNaN: true }),
    b: fc
      .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 4 })
      .map((steps) => steps.sort((x, y) => x - y)),
  }),
)

test('an item is located where the expected share of its points is the response probability', () => {
  fc.assert(
    fc.property(parameters, fc.double({ min: 0.5, max: 0.9, noNaN: true }), (item, probability) => {
      const most = item.model === '2pl' ? 1 : item.b.length
      expect(expectedScore(item, mappedLocation(item, probability)) / most).toBeCloseTo(probability, 9)
    }),
  )
})

test('guessing is left out', () => {
  const item = { model: '2pl' as const, a: 1.2, b: 0.4 }
  expect(mappedLocation({ ...item, c: 0.25 }, 0.67)).toBe(mappedLocation(item, 0.67))
  expect(() => mappedLocation(item, 1)).toThrow(RangeError)
})

test('a suggestion is the mean location of the items of a level, with their number', () => {
  const at = (b: number) => ({
    competency: '4.1',
    level: 2,
    parameters: { model: '2pl', a: 1, b } as ItemParameters,
  })
  const [one, ...more] = suggestedThresholds([at(0), at(1)], 0.5)
  expect(one).toEqual({ competency: '4.1', level: 2, from: 0.5, items: 2 })
  expect(more).toEqual([])
})
