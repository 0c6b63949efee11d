import { describe, expect, it } from 'vitest'
import type { Estimate, Released } from './figures'
import { cellKey } from './pattern'
import { reportClaims } from './report-claims'

const estimate = (higher: number | null): Estimate => ({
  measured: 20,
  people: 20,
  share: 0.5,
  shareLow: 0.4,
  shareHigh: 0.6,
  distance: 0,
  distanceSd: 0.2,
  distanceLow: -0.3,
  distanceHigh: 0.3,
  informed: true,
  rankLow: null,
  rankHigh: null,
  rankOf: null,
  higher,
})
const released = (estimates: [string, Estimate][]): Released => ({
  hidden: new Set(),
  estimates: new Map(estimates),
  splits: new Set(),
  self: new Map(),
  answers: new Map(),
  hiddenAnswers: new Set(),
})

describe('reportClaims', () => {
  it('weighs the statements about all groups of a report together', () => {
    const own: [string, Estimate] = [cellKey('A', '', '1.1'), estimate(0.97)]
    const chance = Array.from({ length: 50 }, (_, i): [string, Estimate] => [
      cellKey('A', `position:${i}`, '1.1'),
      estimate(0.5),
    ])
    const alone = reportClaims({ released: released([own]), before: null, sameCommunes: false })
    expect(alone('').standing('A', '1.1').standing).toBe('higher')
    const among = reportClaims({ released: released([own, ...chance]), before: null, sameCommunes: false })
    expect(among('').standing('A', '1.1').standing).toBe('unclear')
  })

  it('tells the change of communes, but not of a province of other communes', () => {
    const now = released([
      [cellKey('', '', '1.1'), { ...estimate(null), distance: 2 }],
      [cellKey('A', '', '1.1'), { ...estimate(0.5), distance: 2 }],
    ])
    const before = released([
      [cellKey('', '', '1.1'), estimate(null)],
      [cellKey('A', '', '1.1'), estimate(0.5)],
    ])
    const claims = reportClaims({ released: now, before, sameCommunes: false })('')
    expect(claims.change('', '1.1')).toBeNull()
    expect(claims.change('A', '1.1')).toMatchObject({ distance: 2, standing: 'better' })
    const same = reportClaims({ released: now, before, sameCommunes: true })('')
    expect(same.change('', '1.1')).toMatchObject({ standing: 'better' })
  })
})
