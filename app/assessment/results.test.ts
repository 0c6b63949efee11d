import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestTargets, type Framework } from '~/competency/framework'
import type { Standard } from '~/competency/standard'
import { structuredPrior } from './irt/prior'
import { observationsOf, rapidSeconds, type MeasuredAnswer } from './measured-answers'
import { needsOf } from './needs'
import { placeOf, withRange } from './result-range'
import { belowTarget, competencyResults, domainResults, measurePerson, type Scale } from './results'

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
const standard: Standard = {
  framework: 't',
  version: 1,
  prior: { general: 0.6, domain: 0.2, own: 0.2 },
  expert: {
    difficulty: { '1': -1.6 },
    discrimination: { single: 1, multiple: 1, matching: 1, ordering: 1, numeric: 1 },
    spread: 0.4,
  },
  setting: {
    method: name,
    probability: 0.67,
    thresholds: { '1': -1, '2': 0.2, '3': 1.6 },
    own: { '7.1': { '2': 0.5 } },
  },
  adaptive: { most: 30, precision: 0.5, minutes: null, pilots: 0, easyFirst: 3, exposure: 0.25 },
}
const domainOf = [0, 0, 1]
const scale: Scale = {
  framework,
  standard,
  competencies: ['4.1', '4.2', '7.1'],
  dimensionOf: new Map([
    ['4.1', 0],
    ['4.2', 1],
    ['7.1', 2],
  ]),
  domainOf,
  prior: structuredPrior(domainOf, standard.prior),
  parametersOf: () => ({ model: '2pl', a: 1.5, b: 0 }),
}
let count = 0
const answers = (code: string, ...scores: number[]): MeasuredAnswer[] =>
  scores.map((score) => ({ itemId: `i${count++}`, competency: code, kind: 'single', score, seconds: null }))
const resultsOf = (targets: Record<string, number>, given: MeasuredAnswer[], self = {}) =>
  competencyResults(scale, targets, measurePerson(scale, given), self)

describe('competencyResults', () => {
  const given = [...answers('4.1', 1, 1, 1, 1, 1, 1, 1, 1), ...answers('7.1', 0, 0, 0, 0, 0, 0)]

  it('gives the level reached by the ability, where the answers told enough', () => {
    const results = resultsOf({ '4.1': 2, '4.2': 1, '7.1': 2 }, given, { '4.1': 3 })
    expect(results).toMatchObject([
      { competency: '4.1', points: 8, answered: 8, level: 2, target: 2, selfLevel: 3, informed: true },
      { competency: '4.2', points: 0, answered: 0, target: 1, selfLevel: null },
      { competency: '7.1', points: 0, answered: 6, level: 1, informed: true },
    ])
    expect(results[0]!.below).toBeLessThan(0.2)
    expect(results[2]!.below).toBeGreaterThan(0.9)
  })

  it('says nothing of a level where one answer is all there is, and counts it still', () => {
    const [only] = resultsOf({ '4.1': 2 }, answers('4.1', 1))
    expect(only).toMatchObject({ answered: 1, informed: false, level: null })
    expect(only!.ability).toBeGreaterThan(0)
  })

  it('leaves the prior of somebody who answered nothing, too quickly, or in an unknown competency', () => {
    const quick = answers('4.1', 1, 1, 1).map((each) => ({ ...each, seconds: 2 }))
    for (const nothing of [[], quick, answers('9.9', 1, 1), answers('4.1', NaN)]) {
      const [result] = resultsOf({ '4.1': 2 }, nothing)
      expect(result).toMatchObject({ ability: 0, sd: 1, level: null, informed: false })
    }
    expect(observationsOf(scale, quick)).toEqual({ observations: [], rapid: 3 })
    const slow = quick.map((each) => ({ ...each, seconds: rapidSeconds }))
    expect(observationsOf(scale, slow)).toMatchObject({ rapid: 0, observations: { length: 3 } })
  })

  it('stays finite for everybody right, everybody wrong and duplicated answers, in whatever order', () => {
    const code = fc.constantFrom('4.1', '4.2', '7.1')
    const run = fc.tuple(code, fc.array(fc.constantFrom(0, 0.5, 1), { maxLength: 60 }))
    fc.assert(
      fc.property(fc.array(run, { maxLength: 4 }), (runs) => {
        const given = runs.flatMap(([each, scores]) => answers(each, ...scores))
        const targets = { '4.1': 2, '4.2': 3, '7.1': 4 }
        const results = resultsOf(targets, given)
        const back = resultsOf(targets, [...given].reverse())
        results.forEach((result, i) => {
          expect([result.ability, result.sd, result.below].every(Number.isFinite)).toBe(true)
          expect(result.sd).toBeLessThanOrEqual(1 + 1e-9)
          expect(back[i]!.ability).toBeCloseTo(result.ability, 4)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('takes a partial score as a step', () => {
    const partly = (score: number) => ({ ...answers('4.1', score)[0]!, kind: 'matching' as const })
    const gpcm: Scale = { ...scale, parametersOf: () => ({ model: 'gpcm', a: 1, b: [-0.4, 0.4] }) }
    const category = (score: number, over = gpcm) =>
      observationsOf(over, [partly(score)]).observations[0]!.category
    expect([0, 0.49, 0.5, 0.99, 1].map((score) => category(score))).toEqual([0, 0, 1, 1, 2])
    expect([0, 0.5, 1].map((score) => category(score, scale))).toEqual([0, 0, 1])
  })
})

describe('needs', () => {
  it('reads a level that a quiz cannot show as the highest that it can, and own thresholds first', () => {
    expect(needsOf(scale, { '4.1': 4, '7.1': 2, '9.9': 1 })).toEqual([
      { competency: '4.1', dimension: 0, target: 4, threshold: 1.6 },
      { competency: '7.1', dimension: 2, target: 2, threshold: 0.5 },
    ])
  })
})

describe('domainResults', () => {
  it('is the mean distance over the needed competencies with the error of that mean', () => {
    const { after } = measurePerson(scale, answers('4.1', 1, 0, 1, 1, 0))
    const results = resultsOf({ '4.1': 2, '4.2': 3 }, [])
    const [domain, ...others] = domainResults(scale, results, after)
    expect(others).toEqual([])
    const { mean, covariance: v } = after
    expect(domain!.distance).toBeCloseTo((mean[0]! - 0.2 + mean[1]! - 1.6) / 2, 12)
    expect(domain!.sd).toBeCloseTo(Math.sqrt(v.data[0]! + v.data[4]! + 2 * v.data[1]!) / 2, 12)
    expect(domain!.below).toBeGreaterThan(0.5)
  })

  it('speaks for competencies that are not told apart enough by themselves', () => {
    const given = [...answers('4.1', 1, 1, 1), ...answers('4.2', 1, 0, 1)]
    const measure = measurePerson(scale, given)
    const results = competencyResults(scale, { '4.1': 2, '4.2': 2 }, measure, {})
    expect(domainResults(scale, results, measure.after)[0]).toMatchObject({ answered: 6, informed: true })
  })
})

describe('below target', () => {
  it('compares level with target, and does not judge what was not measured', () => {
    const of = (reached: number | null) => belowTarget({ level: reached, target: 2 })
    expect([of(1), of(2), of(null)]).toEqual([true, false, null])
  })
})

describe('the range of a result', () => {
  it('goes from level to level along the thresholds', () => {
    const [result] = resultsOf({ '4.1': 2 }, answers('4.1', 1, 0, 1, 0, 1, 1))
    const ranged = withRange(scale, result!)
    expect(ranged.levelLow).toBeLessThanOrEqual(result!.level!)
    expect(ranged.levelHigh).toBeGreaterThanOrEqual(result!.level!)
    expect(ranged.placeLow).toBeLessThan(ranged.place)
    expect(ranged.placeHigh).toBeGreaterThan(ranged.place)
  })

  it('puts thresholds on whole places and never falls when the ability rises', () => {
    const thresholds = [-1, 0.2, 1.6].map((from) => ({ from }))
    expect([-9, -1, 0.2, 0.9, 1.6, 9].map((ability) => placeOf(thresholds, ability))).toEqual([
      0, 1, 2, 2.5, 3, 4,
    ])
    const ability = fc.double({ min: -8, max: 8, noNaN: true })
    fc.assert(
      fc.property(ability, ability, (a, b) => {
        expect(placeOf(thresholds, Math.min(a, b))).toBeLessThanOrEqual(placeOf(thresholds, Math.max(a, b)))
      }),
    )
  })
})

describe('highestTargets', () => {
  it('takes the highest level of several positions', () => {
    expect(highestTargets([{ a: 1, b: 3 }, { a: 2 }])).toEqual({ a: 2, b: 3 })
  })
})
