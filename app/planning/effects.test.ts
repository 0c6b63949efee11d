import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultModule } from './default-settings'
import { effectsOf, poolEffects } from './effects'

test('without classes the assumption stands, with half of it as its doubt', () => {
  expect(poolEffects(0.5, [])).toEqual({ effect: 0.5, error: 0.25, classes: 0 })
  expect(poolEffects(0.1, []).error).toBeCloseTo(0.15, 10)
})

test('one class of the same doubt pulls halfway; many exact ones that agree decide', () => {
  const one = poolEffects(0.5, [{ gain: 1, error: 0 }])
  expect(one.effect).toBeCloseTo(0.5 + 0.5 * (0.0625 / (0.0625 + 0.0625 + 0.0025)), 2)
  const many = poolEffects(
    0.5,
    Array.from({ length: 12 }, () => ({ gain: 0.8, error: 0.1 })),
  )
  expect(many.effect).toBeCloseTo(0.8, 1)
  expect(many.error).toBeLessThan(0.04)
})

test('the pooled effect lies among what went in, never surer for classes that disagree, whatever their order', () => {
  const gain = fc.record({
    gain: fc.double({ min: -1, max: 2, noNaN: true }),
    error: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.array(gain, { maxLength: 8 }),
      fc.double({ min: 0, max: 1.5, noNaN: true }),
      (past, assumed) => {
        const { effect, error, classes } = poolEffects(assumed, past)
        const all = [assumed, ...past.map((each) => each.gain)]
        expect(effect).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
        expect(effect).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
        expect(error).toBeLessThanOrEqual(poolEffects(assumed, []).error + 1e-12)
        expect(classes).toBe(past.length)
        expect(poolEffects(assumed, [...past].reverse()).effect).toBeCloseTo(effect, 9)
      },
    ),
    { numRuns: 60 },
  )
})

test('only ways on offer of modules in use have an effect, each with its own past', () => {
  const modules = [
    { ...defaultModule({ code: 'infosec', minutes: 60 }), deliveries: ['class' as const, 'online' as const] },
    defaultModule({ code: 'one-stop', minutes: 60 }, false),
  ]
  const past = [
    { module: 'infosec', delivery: 'class' as const, gain: 0.9, error: 0.1 },
    { module: 'one-stop', delivery: 'class' as const, gain: 0.9, error: 0.1 },
  ]
  const effects = effectsOf(modules, [{ code: 'infosec', teaches: ['4.1'] }], past)
  expect(
    effects.map(({ module, delivery, classes, teaches }) => [module, delivery, classes, teaches]),
  ).toEqual([
    ['infosec', 'class', 1, ['4.1']],
    ['infosec', 'online', 0, ['4.1']],
  ])
})
