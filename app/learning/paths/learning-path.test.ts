import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audiences, type Audience } from '../module'
import type { Need } from '../recommend'
import { learningPath, type Learnable } from './learning-path'

type Parts = { minutes?: number; for?: Audience[]; requires?: string[] }
function module(code: string, teaches: Record<string, number>, parts: Parts = {}): Learnable {
  const { minutes = 30, for: whom = ['staff'], requires = [] } = parts
  return {
    code,
    for: whom,
    requires,
    competencies: Object.entries(teaches).map(([competency, level]) => ({ code: competency, level })),
    lessons: [
      {
        code: 'one',
        minutes,
        title: { vi: '', en: '' },
        aim: { vi: '', en: '' },
        text: { vi: '', en: '' },
        checks: [],
      },
    ],
  }
}
const need = (competency: string, target: number, level: number | null = null): Need => ({
  competency,
  level,
  target,
})
const codes = (modules: Learnable[], needs: Need[]) =>
  learningPath(modules, needs, 'staff').steps.map((step) => step.module)

describe('the order', () => {
  test('most levels of open needs first, then what the rest still brings', () => {
    const modules = [module('a', { x: 1 }), module('b', { x: 2, y: 2 }), module('c', { y: 2, z: 1 })]
    expect(learningPath(modules, [need('x', 2), need('y', 2), need('z', 1)], 'staff')).toEqual({
      steps: [
        {
          module: 'b',
          covers: [
            { competency: 'x', level: 2 },
            { competency: 'y', level: 2 },
          ],
          before: null,
        },
        { module: 'c', covers: [{ competency: 'z', level: 1 }], before: null },
      ],
      missing: [],
    })
  })

  test('of two that bring the same, the shorter; of two as long, the first by its code', () => {
    const long = module('a', { x: 2 }, { minutes: 40 })
    expect(codes([long, module('c', { x: 2 }), module('b', { x: 2 })], [need('x', 2)])).toEqual(['b'])
  })

  test('what is required stands before, and says for which step', () => {
    const modules = [module('more', { x: 2 }, { requires: ['basics'] }), module('basics', { q: 1 })]
    expect(learningPath(modules, [need('x', 2)], 'staff').steps).toEqual([
      { module: 'basics', covers: [], before: 'more' },
      { module: 'more', covers: [{ competency: 'x', level: 2 }], before: null },
    ])
  })
})

describe('what is left out', () => {
  test('what later steps make superfluous', () => {
    const modules = [
      module('wide', { a: 1, b: 1, c: 1, d: 1 }),
      module('left', { a: 2, b: 2 }),
      module('right', { c: 2, d: 2 }),
    ]
    expect(
      codes(
        modules,
        ['a', 'b', 'c', 'd'].map((each) => need(each, 2)),
      ),
    ).toEqual(['left', 'right'])
  })

  test('what is for others, what nobody needs, and what was reached before', () => {
    const modules = [module('citizen', { x: 2 }, { for: ['citizen'] }), module('other', { q: 3, y: 2 })]
    expect(learningPath(modules, [need('x', 2), need('y', 2, 2)], 'staff')).toEqual({
      steps: [],
      missing: [{ competency: 'x', target: 2, start: 0, reached: 0 }],
    })
  })
})

test('a need met in part says how far', () => {
  expect(learningPath([module('a', { x: 2 })], [need('x', 3, 1)], 'staff')).toEqual({
    steps: [{ module: 'a', covers: [{ competency: 'x', level: 2 }], before: null }],
    missing: [{ competency: 'x', target: 3, start: 1, reached: 2 }],
  })
})

const competencies = ['p', 'q', 'r', 's', 't']
const anyNeeds = fc.uniqueArray(
  fc.record({
    competency: fc.constantFrom(...competencies),
    target: fc.integer({ min: 1, max: 3 }),
    level: fc.option(fc.integer({ min: 0, max: 3 })),
  }),
  { selector: ({ competency }) => competency },
)
/** `back`: a module requires only those before it in the list, so that none requires itself in the end. */
const anyModules = (back: boolean) =>
  fc
    .array(
      fc.record({
        teaches: fc.dictionary(fc.constantFrom(...competencies), fc.integer({ min: 1, max: 3 })),
        whom: fc.subarray([...audiences], { minLength: 1 }),
        minutes: fc.integer({ min: 1, max: 3 }),
        requires: fc.array(fc.nat(9), { maxLength: 2 }),
      }),
      { maxLength: 9 },
    )
    .map((list) =>
      list.map(({ teaches, whom, minutes, requires }, i) =>
        module(`m${i}`, teaches, {
          for: whom,
          minutes,
          requires: requires.filter((each) => !back || each < i).map((each) => `m${each}`),
        }),
      ),
    )

/** The levels that needs stand at when these modules are learned, worked out plainly. */
function levelsAfter(modules: readonly Learnable[], needs: readonly Need[]): number[] {
  return needs.map(({ competency, level, target }) =>
    Math.max(
      level ?? 0,
      ...modules
        .filter((each) => each.for.includes('staff'))
        .flatMap((each) =>
          each.competencies
            .filter(({ code }) => code === competency)
            .map((own) => Math.min(target, own.level)),
        ),
    ),
  )
}

test('every need is met or stands among the missing, as far as it is reached', () => {
  fc.assert(
    fc.property(anyModules(true), anyNeeds, (modules, needs) => {
      const { steps, missing } = learningPath(modules, needs, 'staff')
      const taken = modules.filter(({ code }) => steps.some((step) => step.module === code))
      const after = levelsAfter(taken, needs)
      const open = needs.flatMap(({ competency, target, level }, i) =>
        after[i]! < target ? [{ competency, target, start: level ?? 0, reached: after[i]! }] : [],
      )
      expect(missing).toEqual(open)
      const own = modules.filter((each) => each.for.includes('staff'))
      levelsAfter(own, needs).forEach((best, i) => expect(after[i]).toBeGreaterThanOrEqual(best))
    }),
  )
})

test('what is required stands before, nothing is there for nothing, and nothing stands twice', () => {
  fc.assert(
    fc.property(anyModules(true), anyNeeds, (modules, needs) => {
      const { steps } = learningPath(modules, needs, 'staff')
      const order = steps.map((step) => step.module)
      const taken = order.map((code) => modules.find((each) => each.code === code)!)
      expect(new Set(order).size).toBe(order.length)
      taken.forEach((each, i) => {
        for (const required of each.requires)
          if (modules.some(({ code }) => code === required)) expect(order.slice(0, i)).toContain(required)
        const others = taken.filter((other) => other !== each)
        const requiredBy = others.filter(({ requires }) => requires.includes(each.code))
        if (requiredBy.length > 0) return
        expect(each.for).toContain('staff')
        expect(levelsAfter(others, needs)).not.toEqual(levelsAfter(taken, needs))
        expect(steps[i]!.before).toBeNull()
      })
      for (const { covers, before } of steps) {
        expect(covers.length > 0).toBe(before === null)
        if (before !== null) expect(order).toContain(before)
      }
    }),
  )
})

test('the same library gives the same path in whatever order it comes', () => {
  fc.assert(
    fc.property(
      anyModules(true).chain((modules) =>
        fc.tuple(fc.constant(modules), fc.shuffledSubarray(modules, { minLength: modules.length })),
      ),
      anyNeeds,
      ([modules, shuffled], needs) => {
        expect(learningPath(shuffled, needs, 'staff')).toEqual(learningPath(modules, needs, 'staff'))
      },
    ),
  )
})

test('modules that require each other come to an end', () => {
  fc.assert(
    fc.property(anyModules(false), anyNeeds, (modules, needs) => {
      const order = learningPath(modules, needs, 'team').steps.map((step) => step.module)
      expect(new Set(order).size).toBe(order.length)
    }),
  )
})
