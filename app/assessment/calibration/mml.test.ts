import { describe, expect, test } from 'vitest'
import { lsat6, lsat6References } from '../../../tests/builders/lsat6'
import { drawResponse } from '../irt/models'
import type { ItemParameters } from '../irt/parameters'
import { normalDraw, seeded } from '../numeric/random'
import { calibrate, mmlModels, type MmlModel } from './mml'

const wide: { model: MmlModel; prior: 'none' }[] = mmlModels.map((model) => ({ model, prior: 'none' }))

describe('LSAT-6', () => {
  test.each(['2pl', 'common-a', 'rasch'] as const)('%s agrees with the published estimates', (model) => {
    const result = calibrate(lsat6(), 5, { model, prior: 'none' })
    const reference = lsat6References[model]
    expect(result.converged).toBe(true)
    expect(Math.abs(result.logLikelihood - reference.logLikelihood)).toBeLessThan(0.001)
    result.items.forEach(({ parameters }, j) => {
      if (parameters?.model !== '2pl') throw new Error('a right/wrong item')
      expect(Math.abs(parameters.a - reference.a[j]!)).toBeLessThan(0.0025)
      expect(Math.abs(parameters.b - reference.b[j]!)).toBeLessThan(0.0025)
    })
  })

  test('standard errors of the slopes as published for the 2PL (Rizopoulos 2006, J. Stat. Softw. 17(5))', () => {
    const { items, information } = calibrate(lsat6(), 5, { model: '2pl', prior: 'none' })
    expect(information).toBe('observed')
    const published = [0.2581, 0.1867, 0.2326, 0.1852, 0.21]
    items.forEach(({ errors }, j) => expect(errors!.a).toBeCloseTo(published[j]!, 3))
  })

  test('more nodes change nothing, and right/wrong items are the same in every model of two categories', () => {
    const base = calibrate(lsat6(), 5, { model: '2pl', prior: 'none' })
    for (const model of ['grm', 'gpcm'] as const) {
      const other = calibrate(lsat6(), 5, { model, prior: 'none' })
      expect(other.logLikelihood).toBeCloseTo(base.logLikelihood, 9)
    }
  })

  test('the weak prior pulls a towards 1 and b towards 0', () => {
    const free = calibrate(lsat6(), 5, { model: '2pl', prior: 'none' })
    const pulled = calibrate(lsat6(), 5, { model: '2pl', prior: 'weak' })
    expect(pulled.logLikelihood).toBeLessThan(free.logLikelihood)
    expect(Math.abs(difficulty(pulled.items[0]!.parameters))).toBeLessThan(
      Math.abs(difficulty(free.items[0]!.parameters)),
    )
  })
})

function difficulty(p: ItemParameters | null): number {
  return p?.model === '2pl' ? p.b : NaN
}

describe('answers with several categories', () => {
  const truth: ItemParameters[] = [
    { model: 'gpcm', a: 1.2, b: [-1, 0.5] },
    { model: 'gpcm', a: 0.8, b: [0, -0.5, 1] },
    { model: '2pl', a: 1.5, b: 0.3 },
    { model: 'gpcm', a: 1, b: [-0.5, 0.5] },
    { model: '2pl', a: 0.9, b: -1 },
  ]
  const asGraded = truth.map((p): ItemParameters =>
    p.model === '2pl' ? p : { model: 'grm', a: p.a, b: [...p.b].sort((x, y) => x - y) },
  )

  test.each([
    ['gpcm', truth],
    ['grm', asGraded],
  ] as const)('%s finds the parameters again, with a tenth of the cells missing', (model, items) => {
    const random = seeded(`polytomous ${model}`)
    const rows = Array.from({ length: 4000 }, () => {
      const theta = normalDraw(random)
      return items.map((p) => (random() < 0.1 ? null : drawResponse(p, theta, random)))
    })
    const result = calibrate(rows, items.length, { model, prior: 'none' })
    expect(result.converged).toBe(true)
    result.items.forEach(({ parameters, errors }, j) => {
      const real = items[j]!
      expect(Math.abs(parameters!.a - real.a)).toBeLessThan(4 * errors!.a)
      const [b, realB] = [parameters!.b, real.b].map((value) => (typeof value === 'number' ? [value] : value))
      b!.forEach((value, k) => expect(Math.abs(value - realB![k]!)).toBeLessThan(4 * errors!.b[k]!))
    })
  })

  test('a category that nobody reached is left out, and said', () => {
    const rows = [
      [0, 1],
      [3, 0],
      [3, 1],
      [0, 0],
      [0, 1],
      [3, 1],
    ]
    const { items } = calibrate(rows, 2, { model: 'gpcm', prior: 'weak' })
    expect(items[0]!.values).toEqual([0, 3])
    expect(items[0]!.parameters!.model).toBe('2pl')
  })
})

describe('hostile data', () => {
  const cases: Record<string, (number | null)[][]> = {
    nobody: [],
    'one person': [[1, 0, 1]],
    'everybody right': Array.from({ length: 20 }, () => [1, 1, 1]),
    'everybody wrong': Array.from({ length: 20 }, () => [0, 0, 0]),
    'an item nobody answered': Array.from({ length: 30 }, (_, i) => [i % 2, i % 3 === 0 ? 1 : 0, null]),
    'a perfect scale': Array.from({ length: 40 }, (_, i) => [i > 10 ? 1 : 0, i > 20 ? 1 : 0, i > 30 ? 1 : 0]),
    'duplicated columns': Array.from({ length: 40 }, (_, i) => [i % 2, i % 2, i % 2]),
    'items that go against each other': Array.from({ length: 40 }, (_, i) => [
      i % 2,
      1 - (i % 2),
      i % 3 === 0 ? 1 : 0,
    ]),
    'nothing at all': [
      [null, null, null],
      [null, null, null],
    ],
    'several categories and a constant': Array.from({ length: 30 }, (_, i) => [i % 4, 2, i % 3]),
  }

  test.each(Object.entries(cases))('%s: finite figures under every model and prior', (_, rows) => {
    for (const options of [...wide, ...wide.map(({ model }) => ({ model, prior: 'weak' as const }))]) {
      const result = calibrate(rows, 3, options)
      expect(Number.isFinite(result.logLikelihood)).toBe(true)
      for (const { parameters, errors, notes } of result.items) {
        if (!parameters) expect(notes.some((note) => note === 'constant' || note === 'unanswered')).toBe(true)
        else
          for (const value of [parameters.a, parameters.b].flat()) expect(Number.isFinite(value)).toBe(true)
        if (errors) for (const value of [errors.a, ...errors.b]) expect(Number.isFinite(value)).toBe(true)
      }
    }
  })

  test('an item all right is placed with the prior alone, and said to be constant', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [1, i % 2, i % 3 === 0 ? 1 : 0])
    expect(calibrate(rows, 3, { model: 'rasch', prior: 'none' }).items[0]).toMatchObject({
      parameters: null,
      notes: ['constant'],
    })
    const placed = calibrate(rows, 3, { model: 'rasch', prior: 'weak' }).items[0]!
    expect(difficulty(placed.parameters)).toBeLessThan(-1)
    expect(placed.notes).toEqual(['constant'])
  })

  test('an item that runs away is held and said', () => {
    const { items } = calibrate(cases['a perfect scale']!, 3, { model: '2pl', prior: 'none' })
    expect(items.some(({ notes }) => notes.includes('slope-at-bound'))).toBe(true)
  })
})
