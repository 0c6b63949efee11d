import { describe, expect, test } from 'vitest'
import type { ItemParameters } from '../irt/parameters'
import { normalDraw, seeded } from '../numeric/random'
import { applyLink, itemDrift, meanSigma, stockingLord, type CommonItem } from './drift'

const random = seeded('drift')
const link = { slope: 1.25, shift: -0.4 }
const back = { slope: 1 / link.slope, shift: -link.shift / link.slope }
const olds: ItemParameters[] = Array.from({ length: 25 }, (_, j) =>
  j % 5 === 0
    ? { model: 'gpcm', a: 0.9, b: [-0.6 + j / 20, 0.7] }
    : { model: '2pl', a: 0.8 + 0.02 * j, b: -1.5 + 0.12 * j },
)
const exact = olds.map((old, j): CommonItem => ({ id: `i${j}`, old, fresh: applyLink(old, back) }))
const noisy = exact.map((item, j): CommonItem => ({
  ...item,
  fresh: moved(item.fresh, 0.05 * normalDraw(random) + (j === 7 ? 1.2 : 0)),
}))

function moved(p: ItemParameters, by: number): ItemParameters {
  return p.model === '2pl' ? { ...p, b: p.b + by } : { ...p, b: p.b.map((b) => b + by) }
}

describe('linking', () => {
  test.each([
    ['mean–sigma', meanSigma],
    ['Stocking–Lord', stockingLord],
  ])('%s finds the link of items that only changed their scale', (_, method) => {
    expect(method(exact).slope).toBeCloseTo(link.slope, 5)
    expect(method(exact).shift).toBeCloseTo(link.shift, 5)
  })

  test('no common item leaves the scale as it is; one moves it', () => {
    expect(meanSigma([])).toEqual({ slope: 1, shift: 0 })
    expect(stockingLord([])).toEqual({ slope: 1, shift: 0 })
    expect(
      meanSigma([{ id: 'x', old: { model: '2pl', a: 1, b: 1 }, fresh: { model: '2pl', a: 1, b: 0.5 } }]),
    ).toEqual({
      slope: 1,
      shift: 0.5,
    })
  })
})

describe('drift', () => {
  test('the item that became harder is found, and leaves the link', () => {
    const drift = itemDrift(noisy)
    expect(drift.items.filter(({ drifted }) => drifted).map(({ id }) => id)).toEqual(['i7'])
    expect(Math.abs(drift.link.slope - link.slope)).toBeLessThan(0.06)
    expect(Math.abs(drift.link.shift - link.shift)).toBeLessThan(0.06)
    expect(drift.items[7]!.difficulty).toBeGreaterThan(1)
    expect(drift.correlation).toBeGreaterThan(0.9)
  })

  test('on a scale that is held, nothing is linked', () => {
    const held = noisy.map((item) => ({ ...item, fresh: applyLink(item.fresh, link) }))
    const drift = itemDrift(held, { slope: 1, shift: 0 })
    expect(drift.link).toEqual({ slope: 1, shift: 0 })
    expect(drift.items[7]!.drifted).toBe(true)
  })

  test('too few items, or no change at all: no verdict, no broken figure', () => {
    expect(itemDrift([])).toMatchObject({ items: [], correlation: null, spreadRatio: null })
    expect(
      itemDrift(exact.slice(0, 4)).items.every(
        ({ difficultyZ, drifted }) => difficultyZ === null && !drifted,
      ),
    ).toBe(true)
    expect(itemDrift(exact, link).items.some(({ drifted }) => drifted)).toBe(false)
  })
})
