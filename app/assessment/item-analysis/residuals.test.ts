import { describe, expect, test } from 'vitest'
import { categoryProbabilities, drawResponse, expectedScore } from '../irt/models'
import type { ItemParameters } from '../irt/parameters'
import { normalDraw, seeded } from '../numeric/random'
import { residuals } from './residuals'

const items: ItemParameters[] = [
  { model: '2pl', a: 1.2, b: 0.3, c: 0.2 },
  { model: 'gpcm', a: 0.9, b: [-0.6, 0.5] },
]

function simulated(item: ItemParameters, truth = item) {
  const random = seeded('residuals')
  return Array.from({ length: 20_000 }, () => {
    // Posterior means of spread 0.8 around which the truth lies with 0.6, as after a quiz.
    const mean = 0.8 * normalDraw(random)
    const theta = mean + 0.6 * normalDraw(random)
    return { category: drawResponse(truth, theta, random), mean, sd: 0.6, counted: false }
  })
}

describe('residuals of an item', () => {
  test.each(items)('are what the model says where it holds: $model', (item) => {
    const fit = residuals(item, simulated(item))
    expect(fit.infit).toBeCloseTo(1, 1)
    expect(fit.outfit).toBeCloseTo(1, 1)
    expect(Math.abs(fit.z!)).toBeLessThan(3)
    expect(Math.abs(fit.observed! - fit.expected!)).toBeLessThan(0.012)
  })

  test('stay so for answers that are part of the posterior', () => {
    const [item] = items as [ItemParameters]
    const grid = Array.from({ length: 81 }, (_, i) => -4 + i / 10)
    // What the answer makes of each person, by moments on a grid: the posterior as the product stores it.
    const counted = simulated(item).map(({ category, mean, sd }) => {
      const weights = grid.map(
        (x) => Math.exp(-(((x - mean) / sd) ** 2) / 2) * categoryProbabilities(item, x)[category]!,
      )
      const total = weights.reduce((sum, w) => sum + w, 0)
      const centre = grid.reduce((sum, x, i) => sum + x * weights[i]!, 0) / total
      const square = grid.reduce((sum, x, i) => sum + (x - centre) ** 2 * weights[i]!, 0) / total
      return { category, mean: centre, sd: Math.sqrt(square), counted: true }
    })
    const fit = residuals(item, counted)
    expect(fit.infit).toBeCloseTo(1, 1)
    expect(Math.abs(fit.z!)).toBeLessThan(3)
  })

  test('show an item that is harder than its parameters, and one that tells people apart less', () => {
    const [item] = items as [ItemParameters & { model: '2pl' }]
    const harder = residuals(item, simulated(item, { ...item, b: item.b + 1 }))
    expect(harder.z).toBeLessThan(-10)
    expect(harder.observed).toBeLessThan(harder.expected! - 0.1)
    expect(residuals(item, simulated(item, { ...item, a: 0.2 })).infit).toBeGreaterThan(1.1)
  })

  test('by hand, of people known almost exactly', () => {
    const item: ItemParameters = { model: '2pl', a: 0.3, b: 0 }
    const { infit, observed, expected } = residuals(item, [
      { category: 1, mean: 0, sd: 0.15, counted: true },
      { category: 0, mean: 1, sd: 0.15, counted: true },
    ])
    const p = expectedScore(item, 1)
    const variance = p * (1 - p)
    expect(observed).toBe(0.5)
    expect(expected).toBeCloseTo((0.5 + p) / 2, 2)
    expect(infit).toBeCloseTo((0.25 + p * p) / (0.25 + variance), 2)
  })

  test('nobody answered: no figures', () => {
    expect(residuals(items[0]!, [])).toMatchObject({ answers: 0, infit: null, z: null })
  })
})
