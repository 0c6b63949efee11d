import { describe, expect, it } from 'vitest'
import { changeOf, claimedChange } from './change-figures'
import { allowed, largest, standingOf, standingTest } from './compare'
import { conditionState } from './conditions'
import type { Figure, Shown } from './figures'

const figure = (share: number, half: number, over: Partial<Shown> = {}): Shown => {
  const distance = 0.5 - share
  return {
    n: 40,
    people: 50,
    share,
    low: share - half,
    high: share + half,
    distance,
    distanceSd: 0.1,
    distanceLow: distance - 0.16,
    distanceHigh: distance + 0.16,
    rank: null,
    higher: 0.5,
    self: null,
    ...over,
  }
}

describe('claims', () => {
  const claimed = (figures: Figure[]) => {
    const may = allowed(figures.map((each, i) => standingTest(String(i), each)))
    return figures.map((each, i) => standingOf(each, may.has(String(i))))
  }

  it('are made only of clear differences from the rest of the province', () => {
    const made = claimed([
      figure(0.9, 0.1, { higher: 0.999 }),
      figure(0.5, 0.1, { higher: 0.7 }),
      figure(0.1, 0.1, { higher: 0.001 }),
      figure(0.9, 0.1, { higher: null }),
      'hidden',
      'uninformed',
      null,
    ])
    expect(made.map(({ standing }) => standing)).toEqual([
      'higher',
      'unclear',
      'lower',
      'unclear',
      'unclear',
      'unclear',
      'unclear',
    ])
    expect(made.map((each) => each.certainty)).toEqual([
      'almostCertain',
      null,
      'almostCertain',
      null,
      null,
      null,
      null,
    ])
  })

  it('are not made of one of many that chance alone would bring', () => {
    const own = figure(0.6, 0.1, { higher: 0.97 })
    expect(claimed([own])[0]!.standing).toBe('higher')
    const many = [own, ...Array.from({ length: 30 }, () => figure(0.5, 0.1))]
    expect(claimed(many)[0]!.standing).toBe('unclear')
  })
})

describe('changes', () => {
  it('are later less earlier, with the errors of both', () => {
    const change = changeOf(figure(0.6, 0.1), figure(0.4, 0.1))!
    expect(change.distance).toBeCloseTo(0.2, 12)
    expect(change.distanceHigh - change.distance).toBeCloseTo(1.644853627 * Math.SQRT2 * 0.1, 8)
    expect([change.share, change.shareLow, change.shareHigh].map((each) => each.toFixed(4))).toEqual([
      '-0.2000',
      '-0.3414',
      '-0.0586',
    ])
    expect(change.risen).toBeCloseTo(0.9214, 3)
    expect(claimedChange(change, true)).toMatchObject({ standing: 'better', certainty: 'probably' })
    expect(claimedChange(change, false)).toMatchObject({ standing: 'unclear', certainty: null })
    expect(claimedChange(changeOf(figure(0.4, 0.1), figure(0.6, 0.1))!, true).standing).toBe('worse')
  })

  it('are told only of two figures that are shown', () => {
    for (const other of ['hidden', 'uninformed', null] as const) {
      expect(changeOf(other, figure(0.5, 0.1))).toBeNull()
      expect(changeOf(figure(0.5, 0.1), other)).toBeNull()
    }
  })
})

describe('largest', () => {
  it('names together what cannot be told apart', () => {
    const items = [figure(0.2, 0.03), figure(0.5, 0.03), figure(0.49, 0.03), 'hidden' as const, null].map(
      (each) => ({ figure: each }),
    )
    expect(largest(items)).toEqual([items[1], items[2]])
    expect(largest([{ figure: null }])).toEqual([])
  })
})

describe('words for groups', () => {
  it('calls a condition by where its whole interval lies', () => {
    expect(conditionState(0.55, 0.8)).toBe('lacking')
    expect(conditionState(0.3, 0.6)).toBe('partly')
    expect(conditionState(0.02, 0.15)).toBe('fine')
    expect(conditionState(0.1, 0.3)).toBe('unclear')
  })
})
