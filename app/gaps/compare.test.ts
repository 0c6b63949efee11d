import { describe, expect, it } from 'vitest'
import { claims, largest } from './compare'
import { conditionState } from './conditions'
import type { Shown } from './figures'
import { compareSelf } from './self'
import { wilson } from './wilson'

const figure = (below: number, n: number, self: Shown['self'] = null, level = 2): Shown => {
  return { n, below, share: below / n, ...wilson(below, n), level, self }
}

describe('claims', () => {
  const province = figure(400, 1000)

  it('compares a place with the rest of the province and claims only clear differences', () => {
    const made = claims([
      { own: figure(36, 40), province },
      { own: figure(18, 40), province },
      { own: figure(2, 40), province },
      { own: 'hidden', province },
      { own: figure(36, 40), province: 'hidden' },
      { own: null, province },
    ])
    expect(made.map(({ standing }) => standing)).toEqual([
      'higher',
      'unclear',
      'lower',
      'unclear',
      'unclear',
      'unclear',
    ])
    expect(made[0]!.certainty).toBe('almostCertain')
    expect(made[1]!.certainty).toBeNull()
  })

  it('does not claim one of many that chance alone would bring', () => {
    const own = figure(22, 40)
    const even = figure(16, 40)
    expect(claims([{ own, province }])[0]!.standing).toBe('higher')
    const many = [{ own, province }, ...Array.from({ length: 30 }, () => ({ own: even, province }))]
    expect(claims(many)[0]!.standing).toBe('unclear')
  })

  it('claims nothing of the only place that answered', () => {
    expect(claims([{ own: province, province }])[0]!.standing).toBe('unclear')
  })
})

describe('largest', () => {
  it('names together what cannot be told apart', () => {
    const items = [figure(200, 1000), figure(500, 1000), figure(490, 1000), 'hidden' as const, null].map(
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

  it('compares self-assessment from five people and half a level on', () => {
    expect(compareSelf(figure(5, 10, { n: 4, mean: 3 }))).toBeNull()
    expect(compareSelf('hidden')).toBeNull()
    expect(compareSelf(figure(5, 10, { n: 9, mean: 2.6 }))).toMatchObject({ words: 'above' })
    expect(compareSelf(figure(5, 10, { n: 9, mean: 1.5 }))).toMatchObject({ words: 'under' })
    expect(compareSelf(figure(5, 10, { n: 9, mean: 2.4 }))).toMatchObject({ words: 'alike' })
  })
})
