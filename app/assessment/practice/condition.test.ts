import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds, namedValues, type Condition } from './condition'

const values = { scan: 'good', signed: true, papers: ['form', 'map'], count: 12, typed: ' Vd-0427 ' }

test.each<[Condition | undefined, boolean]>([
  [undefined, true],
  [{ scan: 'good', signed: true }, true],
  [{ scan: 'good', signed: false }, false],
  [{ scan: ['bad', 'good'] }, true],
  [{ scan: { not: 'good' } }, false],
  [{ scan: { not: ['bad', 'none'] } }, true],
  [[{ scan: 'bad' }, { signed: true }], true],
  [[{ scan: 'bad' }, { signed: false }], false],
  [{ 'papers.form': true, 'papers.photo': false }, true],
  [{ 'papers.photo': true }, false],
  [{ count: { from: 10, to: 12 } }, true],
  [{ count: { from: 13 } }, false],
  [{ count: { to: 11 } }, false],
  [{ scan: { from: 1 } }, false],
  [{ typed: 'VD-0427' }, true],
  [{ typed: 'VD-0428' }, false],
  [{ missing: false }, false],
])('%j holds: %s', (condition, expected) => {
  expect(holds(condition, values)).toBe(expected)
})

test('texts are compared folded and without spaces', () => {
  expect(holds({ typed: 'Hòa Bình' }, { typed: 'hoà  bình' })).toBe(true)
})

test('a test and its opposite never agree', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('a', 'b', 'c'),
      fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      (value, list) => {
        expect(holds({ x: list }, { x: value })).toBe(!holds({ x: { not: list } }, { x: value }))
      },
    ),
  )
})

test('a range names its ends and their neighbours, so that a checker tries both sides', () => {
  expect(namedValues({ from: 3, to: 9 })).toEqual([2, 3, 4, 8, 9, 10])
  expect(namedValues({ not: ['a', 'b'] })).toEqual(['a', 'b'])
})
