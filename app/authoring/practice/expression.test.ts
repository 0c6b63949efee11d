import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from '~/assessment/practice/condition'
import {
  readCondition,
  readEffects,
  readMoves,
  readScores,
  readWords,
  writeCondition,
  writeEffects,
  writeMoves,
  writeScores,
  writeWords,
} from './expression'

const word = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}(\.[a-z]{1,4})?$/),
  fc.string({ maxLength: 12 }),
  fc.constantFrom('true', '12', '3..4', ' hai từ ', 'a;b', '"', '\\', '@x', '[', 'đề nghị'),
)
const number = fc
  .double({ min: -1000, max: 1000, noNaN: true })
  .map((each) => Math.round(each * 100) / 100 + 0)
const plain = fc.oneof(word, number, fc.boolean())
const list = fc.array(plain, { minLength: 2, maxLength: 4 })
const testArbitrary = fc.oneof(
  plain,
  list,
  fc.record({ not: fc.oneof(plain, list) }),
  fc.record({ from: number, to: number }, { requiredKeys: [] }),
)
const record = fc.dictionary(word, testArbitrary, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
const condition: fc.Arbitrary<Condition> = fc.oneof(record, fc.array(record, { minLength: 2, maxLength: 3 }))

test('a condition that was written is read back as it was', () => {
  fc.assert(
    fc.property(condition, (given) => {
      expect(readCondition(writeCondition(given))).toEqual(given)
    }),
  )
})

test('effects, moves, points and words that were written are read back as they were', () => {
  const setting = fc.oneof(word, fc.boolean(), fc.record({ field: word }))
  const value = fc.oneof(word, number, fc.array(word, { maxLength: 3 }))
  const fields = fc.dictionary(word, value, { maxKeys: 3, noNullPrototype: true })
  const named = word.filter((each) => each !== '')
  const move = fc.oneof(
    fc.record({ action: named, fields }),
    fc.record({ screen: named, action: named, fields }),
  )
  fc.assert(
    fc.property(fc.dictionary(word, setting, { maxKeys: 3, noNullPrototype: true }), (given) => {
      expect(readEffects(writeEffects(given))).toEqual(given)
    }),
  )
  fc.assert(
    fc.property(fc.array(move, { maxLength: 4 }), (given) => {
      expect(readMoves(writeMoves(given))).toEqual(given)
    }),
  )
  fc.assert(
    fc.property(fc.dictionary(word, number, { maxKeys: 4, noNullPrototype: true }), (given) => {
      expect(readScores(writeScores(given))).toEqual(given)
    }),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (given) => {
      expect(readWords(writeWords(given))).toEqual(given)
    }),
  )
})

test('a condition as a person writes it', () => {
  expect(readCondition('copy = trimmed;who != nobody, link / checked=true ; lines = 3..10')).toEqual([
    { copy: 'trimmed', who: { not: ['nobody', 'link'] } },
    { checked: true, lines: { from: 3, to: 10 } },
  ])
  expect(readMoves('store > choose: version = full; marks = [stamp, name]\n\n tell')).toEqual([
    { screen: 'store', action: 'choose', fields: { version: 'full', marks: ['stamp', 'name'] } },
    { action: 'tell', fields: {} },
  ])
})

test.each([
  '',
  'copy',
  'copy =',
  '= a',
  'copy = a; copy = b',
  'copy = a b = c',
  'a = ,b',
  '"open',
  'a = b / ',
  'a != 1..2',
])('what is no condition is told: %s', (text) => {
  expect(readCondition(text)).toBeNull()
})

test('no text makes the reader fail', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const read of [readCondition, readEffects, readMoves, readScores, readWords])
        expect(() => read(text)).not.toThrow()
    }),
  )
})
