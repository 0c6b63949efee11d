import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Audience } from './module'
import { recommend, type Need } from './recommend'

type Parts = { teaches?: Record<string, number>; for?: Audience[]; requires?: string[] }
const module = (code: string, { teaches = {}, for: whom = ['staff'], requires = [] }: Parts = {}) => ({
  code,
  for: whom,
  requires,
  competencies: Object.entries(teaches).map(([competency, level]) => ({ code: competency, level })),
})
const need = (competency: string, level: number | null, target: number): Need => ({
  competency,
  level,
  target,
})
const none = new Set<string>()
const codes = (...args: Parameters<typeof recommend>) => recommend(...args).map((each) => each.module)

describe('what comes first', () => {
  test('the module that closes more levels of measured gaps', () => {
    const modules = [
      module('portal', { teaches: { '7.1': 2 } }),
      module('infosec', { teaches: { '4.1': 2, '4.2': 2 } }),
    ]
    const needs = [need('7.1', 1, 2), need('4.1', 1, 2), need('4.2', 1, 2)]
    expect(recommend(modules, needs, 'staff', none)).toEqual([
      { module: 'infosec', reason: { kind: 'gap', competencies: ['4.1', '4.2'] } },
      { module: 'portal', reason: { kind: 'gap', competencies: ['7.1'] } },
    ])
  })

  test('a measured gap of one level before three levels that nobody measured', () => {
    const modules = [module('a', { teaches: { '1.1': 3 } }), module('b', { teaches: { '2.1': 2 } })]
    expect(codes(modules, [need('1.1', null, 3), need('2.1', 1, 2)], 'staff', none)).toEqual(['b', 'a'])
  })

  test('no more than the position needs counts', () => {
    const modules = [module('high', { teaches: { '1.1': 4 } }), module('right', { teaches: { '2.1': 3 } })]
    expect(codes(modules, [need('1.1', 1, 2), need('2.1', 1, 3)], 'staff', none)).toEqual(['right', 'high'])
  })
})

describe('what is left out', () => {
  const teaches = { '4.1': 2 }
  test.each([
    ['the target is reached', module('a', { teaches }), need('4.1', 2, 2), none],
    ['the module leads no further than one is', module('a', { teaches }), need('4.1', 2, 3), none],
    ['the work does not need it', module('a', { teaches }), need('9.9', 0, 3), none],
    ['it is finished', module('a', { teaches }), need('4.1', 0, 3), new Set(['a'])],
    ['it is for others', module('a', { teaches, for: ['citizen'] }), need('4.1', 0, 3), none],
  ])('%s', (_, one, needed, finished) => {
    expect(recommend([one], [needed], 'staff', finished)).toEqual([])
  })
})

test('where nothing was measured, the position is the reason', () => {
  const modules = [module('a', { teaches: { '4.1': 2 } })]
  expect(recommend(modules, [need('4.1', null, 2)], 'staff', none)[0]?.reason).toEqual({
    kind: 'needed',
    competencies: ['4.1'],
  })
})

test('members of a team are advised what is for teams, gaps or not', () => {
  const modules = [module('staff'), module('coach', { for: ['staff', 'team'] })]
  expect(recommend(modules, [], 'team', none)).toEqual([{ module: 'coach', reason: { kind: 'team' } }])
})

describe('what is required', () => {
  const first = module('basics')
  const then = module('more', { teaches: { '4.1': 2 }, requires: ['basics'] })
  const needs = [need('4.1', 1, 2)]

  test('stands before what requires it, and says why', () => {
    expect(recommend([then, first], needs, 'staff', none)).toEqual([
      { module: 'basics', reason: { kind: 'before', module: 'more' } },
      { module: 'more', reason: { kind: 'gap', competencies: ['4.1'] } },
    ])
  })

  test('keeps a reason of its own', () => {
    const own = module('basics', { teaches: { '4.2': 1 } })
    expect(recommend([then, own], [...needs, need('4.2', null, 1)], 'staff', none)[0]).toEqual({
      module: 'basics',
      reason: { kind: 'needed', competencies: ['4.2'] },
    })
  })

  test('is left out once finished, or where there is no such module', () => {
    expect(codes([then, first], needs, 'staff', new Set(['basics']))).toEqual(['more'])
    expect(codes([then], needs, 'staff', none)).toEqual(['more'])
  })

  test('in a circle comes to an end', () => {
    const circle = [module('basics', { requires: ['more'] }), then]
    expect(codes(circle, needs, 'staff', none).sort()).toEqual(['basics', 'more'])
  })
})

test('every module stands once, never a finished one, and what it requires before it', () => {
  const names = ['a', 'b', 'c', 'd']
  const competency = fc.constantFrom('1.1', '1.2', '1.3')
  const parts = fc.tuple(
    ...names.map((code, i) =>
      fc
        .record({
          teaches: fc.dictionary(competency, fc.integer({ min: 1, max: 4 })),
          requires: fc.subarray(names.slice(0, i)),
        })
        .map((each) => module(code, each)),
    ),
  )
  const level = fc.option(fc.integer({ min: 0, max: 4 }))
  const needs = fc.uniqueArray(fc.record({ competency, level, target: fc.integer({ min: 1, max: 4 }) }), {
    selector: (each) => each.competency,
  })
  fc.assert(
    fc.property(parts, needs, fc.subarray(names), (modules, needed, done) => {
      const advised = codes(modules, needed, 'staff', new Set(done))
      expect(new Set(advised).size).toBe(advised.length)
      for (const [at, code] of advised.entries()) {
        expect(done).not.toContain(code)
        const { requires } = modules.find((each) => each.code === code)!
        for (const required of requires.filter((each) => !done.includes(each)))
          expect(advised.slice(0, at)).toContain(required)
      }
    }),
  )
})
