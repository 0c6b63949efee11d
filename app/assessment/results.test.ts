import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestTargets, levelOfScore, type Framework } from '~/competency/framework'
import { belowTarget, competencyResults, domainBelowTarget } from './results'

const name = { vi: 'x', en: 'x' }
const level = (number: number, from?: number) => ({ level: number, name, describe: name, from })
const competency = (code: string) => ({ code, name, short: name, describe: name })
const framework: Framework = {
  code: 't',
  version: 1,
  title: name,
  sources: [],
  mappings: [],
  levels: [level(1, 30), level(2, 48), level(3, 81), level(4)],
  domains: [
    { code: '4', name, short: name, competencies: ['4.1', '4.2'].map(competency) },
    { code: '7', name, short: name, competencies: [competency('7.1')] },
  ],
}
const scored = (code: string, ...scores: (number | null)[]) =>
  scores.map((score) => ({ competency: code, score }))

describe('levelOfScore', () => {
  it.each([
    [0, 0],
    [29.9, 0],
    [30, 1],
    [33.3, 1],
    [48, 2],
    [66.7, 2],
    [81, 3],
    [100, 3],
  ])('%d %% reaches level %d', (score, reached) => {
    expect(levelOfScore(framework, score)).toBe(reached)
  })
  it('never falls when the score rises', () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(
        percent,
        percent,
        (a, b) => levelOfScore(framework, Math.min(a, b)) <= levelOfScore(framework, Math.max(a, b)),
      ),
    )
  })
})

describe('competencyResults', () => {
  it('scores what was reached and nothing else', () => {
    const items = [...scored('4.1', 1, 1, 0), ...scored('4.2', null, null), ...scored('7.1', 1, null)]
    expect(competencyResults(framework, { '4.1': 2, '4.2': 1, '7.1': 3 }, items, { '4.1': 3 })).toEqual([
      { competency: '4.1', points: 2, answered: 3, level: 2, target: 2, selfLevel: 3 },
      { competency: '4.2', points: 0, answered: 0, level: null, target: 1, selfLevel: null },
      { competency: '7.1', points: 1, answered: 1, level: 3, target: 3, selfLevel: null },
    ])
  })

  it('is the same in whatever order the items come', () => {
    const scores = fc.array(
      fc.record({ competency: fc.constantFrom('4.1', '7.1'), score: fc.constantFrom(0, 0.25, 0.5, 1, null) }),
    )
    fc.assert(
      fc.property(scores, (items) => {
        const targets = { '4.1': 2, '7.1': 2 }
        expect(competencyResults(framework, targets, [...items].reverse(), {})).toEqual(
          competencyResults(framework, targets, items, {}),
        )
      }),
    )
  })
})

describe('below target', () => {
  const result = (reached: number | null, target: number) => ({
    competency: '4.1',
    points: 0,
    answered: 1,
    level: reached,
    target,
    selfLevel: null,
  })
  it('compares level with target, and does not judge what was not measured', () => {
    expect([belowTarget(result(1, 2)), belowTarget(result(2, 2)), belowTarget(result(null, 2))]).toEqual([
      true,
      false,
      null,
    ])
  })

  it('pools the competencies of a domain against the mean score that their targets need', () => {
    const items = [...scored('4.1', 1, 1, 1), ...scored('4.2', 0, 0, 0)]
    const results = (targets: Record<string, number>) => competencyResults(framework, targets, items, {})
    expect(domainBelowTarget(framework, '4', results({ '4.1': 2, '4.2': 2 }))).toBe(false)
    expect(domainBelowTarget(framework, '4', results({ '4.1': 3, '4.2': 2 }))).toBe(true)
    expect(domainBelowTarget(framework, '7', results({ '4.1': 3 }))).toBeNull()
  })
})

describe('highestTargets', () => {
  it('takes the highest level of several positions', () => {
    expect(highestTargets([{ a: 1, b: 3 }, { a: 2 }])).toEqual({ a: 2, b: 3 })
  })
})
