import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '~/assessment/shuffle'
import { normalQuantile } from '~/assessment/numeric/normal'
import { differenceInDifferences, leastSide, type Pair } from './did'

type World = {
  seed: string
  effect: number
  communes?: number
  each?: number
  /** Spread of what happens to a whole commune between the campaigns. */
  together?: number
  /** Whole communes are trained, or people within them by their results before. */
  by?: 'commune' | 'person'
}

/** People with true abilities that two quizzes measure with error; what the quizzes tell are posterior means under N(0, 1). */
function simulated({
  seed,
  effect,
  communes = 24,
  each = 12,
  together = 0.15,
  by = 'person',
}: World): Pair[] {
  const random = randomFrom(seed)
  const normal = () => normalQuantile(Math.min(0.999999, Math.max(0.000001, random())))
  const competencies = ['1', '2', '3']
  return Array.from({ length: communes }).flatMap((_, c) => {
    const shift = together * normal()
    const whole = random() < 0.45
    return Array.from({ length: each }).flatMap((__, i) => {
      const general = 0.6 * normal()
      const spread = competencies.map((competency) => ({ competency, true: general + 0.8 * normal() }))
      const error = 0.8
      const signal = 1 / (1 + error ** 2)
      const before = spread.map((one) => signal * (one.true + error * normal()))
      const low = before.reduce((sum, value) => sum + value, 0) / 3
      const trained = by === 'commune' ? whole : random() < (low < 0 ? 0.65 : 0.25)
      return spread.map((one, k): Pair => {
        const now = one.true + 0.2 + shift + 0.3 * normal() + (trained ? effect : 0)
        return {
          person: `${c}-${i}`,
          commune: String(c),
          stratum: one.competency,
          trained,
          before: before[k]!,
          after: signal * (now + error * normal()),
          signal,
          weight: 1,
        }
      })
    })
  })
}

describe('differenceInDifferences', () => {
  it('finds a simulated effect although the weak were sent, with intervals that hold it nine times in ten', () => {
    const runs = 300
    const found = Array.from({ length: runs }, (_, i) =>
      differenceInDifferences(simulated({ seed: `a${i}`, effect: 0.5 }))!,
    )
    const bias = found.reduce((sum, { effect }) => sum + effect, 0) / runs - 0.5
    expect(Math.abs(bias)).toBeLessThan(0.05)
    const covered = found.filter(({ low, high }) => low <= 0.5 && 0.5 <= high).length / runs
    expect(covered).toBeGreaterThan(0.85)
    expect(covered).toBeLessThan(0.97)
  }, 30_000)

  it('holds its level where whole communes are trained and drift together', () => {
    const runs = 150
    const found = Array.from({ length: runs }, (_, i) =>
      differenceInDifferences(simulated({ seed: `b${i}`, effect: 0, by: 'commune', together: 0.4 })),
    ).filter((each) => each !== null)
    expect(found.length).toBeGreaterThan(140)
    const wrong = found.filter(({ low, high }) => low > 0 || high < 0).length / found.length
    expect(wrong).toBeLessThan(0.15)
    expect(Math.abs(found.reduce((sum, { effect }) => sum + effect, 0) / found.length)).toBeLessThan(0.06)
  }, 30_000)

  it('gives the same whatever the order, and moves with what everybody gains', () => {
    const pairs = simulated({ seed: 'order', effect: 0.4 })
    const first = differenceInDifferences(pairs)!
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (turn) => {
        const turned = [...pairs.slice(turn % pairs.length), ...pairs.slice(0, turn % pairs.length)].reverse()
        expect(differenceInDifferences(turned)!.effect).toBe(first.effect)
        expect(differenceInDifferences(turned)!.error).toBe(first.error)
      }),
      { numRuns: 5 },
    )
    const lifted = differenceInDifferences(pairs.map((pair) => ({ ...pair, after: pair.after + 0.7 })))!
    expect(lifted.effect).toBeCloseTo(first.effect, 10)
    expect(lifted.changeTrained).toBeCloseTo(first.changeTrained + 0.7, 10)
  })

  it('is exact where nothing scatters: 0.3 more than the others of the same stratum', () => {
    const pairs = Array.from({ length: 120 }, (_, i): Pair => {
      const trained = i % 3 === 0
      const stratum = i % 2 === 0 ? 'a' : 'b'
      const before = (i % 7) / 5
      const after = 0.5 * before + (stratum === 'a' ? 1 : 2) + (trained ? 0.3 : 0)
      return { person: `p${i}`, commune: `c${i % 8}`, stratum, trained, before, after, signal: 1, weight: 2 }
    })
    const found = differenceInDifferences(pairs)!
    expect(found.effect).toBeCloseTo(0.3, 8)
    expect(found.error).toBeLessThan(1e-6)
    expect(found).toMatchObject({ trained: 40, untrained: 80, communes: 8, pairs: 80 })
    const halved = pairs.map((pair) => ({ ...pair, after: pair.after / 2, before: pair.before, signal: 0.5 }))
    expect(differenceInDifferences(halved)!.effect).toBeCloseTo(0.3, 8)
  })

  it('says nothing of few people, of few communes, or of sides that never meet', () => {
    const pairs = simulated({ seed: 'few', effect: 0.4 })
    const people = [...new Set(pairs.filter(({ trained }) => trained).map(({ person }) => person))]
    const kept = new Set(people.slice(0, leastSide - 1))
    expect(
      differenceInDifferences(pairs.filter(({ trained, person }) => !trained || kept.has(person))),
    ).toBeNull()
    expect(differenceInDifferences(pairs.filter(({ commune }) => Number(commune) < 4))).toBeNull()
    expect(
      differenceInDifferences(pairs.map((pair) => ({ ...pair, stratum: String(pair.trained) }))),
    ).toBeNull()
    expect(differenceInDifferences([])).toBeNull()
    const apart = pairs.filter(({ trained, commune }) => !trained || Number(commune) < 2)
    expect(differenceInDifferences(apart)).toBeNull()
  })
})
