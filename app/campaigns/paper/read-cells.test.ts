import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf } from '../../../tests/builders/paper'
import type { Entries } from '~/assessment/answer-entry'
import { letterOf, type AnswerShape } from './answer-shape'
import { readCells } from './read-cells'
import { readDay } from './read-day'

const marks = ['one', 'two', 'three', 'none'].map((value, i) => ({ mark: letterOf(i), value }))
const choice: AnswerShape = {
  step: 's',
  canBeUnknown: true,
  kind: 'choice',
  multiple: false,
  marks,
  alone: [],
}
const several: AnswerShape = { ...choice, multiple: true, alone: ['none'] }
const level: AnswerShape = {
  ...choice,
  canBeUnknown: false,
  marks: ['0', '1', '2', '3', '4'].map((value) => ({ mark: value, value })),
}
const matching: AnswerShape = { step: 's', canBeUnknown: true, kind: 'matching', rows: ['m.p', 'm.q'], marks }
const ordering: AnswerShape = { step: 's', canBeUnknown: true, kind: 'ordering', rows: ['o.x', 'o.y', 'o.z'] }
const numeric: AnswerShape = {
  step: 's',
  canBeUnknown: true,
  kind: 'number',
  whole: null,
  unit: 'triệu đồng',
}
const count: AnswerShape = {
  step: 's',
  canBeUnknown: false,
  kind: 'number',
  whole: { min: 0, max: 50 },
  unit: 'máy',
}
const text: AnswerShape = { step: 's', canBeUnknown: false, kind: 'text', maxLength: 20 }

const fault = (code: string, part = 0) => expect.objectContaining({ kind: 'fault', code, part }) as unknown
const answer = (entries: Entries) => ({ kind: 'answer', entries })

describe('reading what was typed from paper', () => {
  it.each<[AnswerShape, (string | number | boolean | Date | null)[], Entries]>([
    [choice, ['b'], { v: ['two'] }],
    [choice, [' B. '], { v: ['two'] }],
    [choice, ['Ｂ'], { v: ['two'] }],
    [choice, ['?'], { v: ['?'] }],
    [choice, ['？'], { v: ['?'] }],
    [several, ['ac'], { v: ['one', 'three'] }],
    [several, ['A, c'], { v: ['one', 'three'] }],
    [several, ['a và c'], { v: ['one', 'three'] }],
    [several, ['a;c;a'], { v: ['one', 'three'] }],
    [level, [3], { v: ['3'] }],
    [level, ['0'], { v: ['0'] }],
    [matching, ['c', 'A'], { 'm.p': ['three'], 'm.q': ['one'] }],
    [matching, ['?', null], { v: ['?'] }],
    [ordering, [2, '1', ' 3.'], { 'o.x': ['2'], 'o.y': ['1'], 'o.z': ['3'] }],
    [numeric, ['1,5'], { n: ['1.5'] }],
    [numeric, ['1.234,5'], { n: ['1234.5'] }],
    [numeric, [1.234], { n: ['1.2340'] }],
    [numeric, ['1,5 triệu đồng'], { n: ['1.5'] }],
    [count, [12], { n: ['12'] }],
    [count, ['12 máy'], { n: ['12'] }],
    [text, [' máy\r\nin '], { t: ['máy\nin'] }],
    [text, [2026], { t: ['2026'] }],
  ])('%o with %j', (shape, cells, entries) => {
    expect(readCells(shape, cells)).toEqual(answer(entries))
  })

  it.each<[AnswerShape, (string | number | boolean | null)[], unknown]>([
    [choice, ['e'], fault('notOffered')],
    [choice, [1], fault('notOffered')],
    [choice, [true], fault('notOffered')],
    [choice, ['ab'], fault('oneOnly')],
    [choice, ['?a'], fault('unknownAndMore')],
    [several, ['ad'], fault('aloneAndMore')],
    [level, ['?'], fault('noUnknownHere')],
    [level, [5], fault('notOffered')],
    [matching, ['a', null], fault('incomplete', 1)],
    [matching, ['a', 'x'], fault('notOffered', 1)],
    [matching, ['ab', 'c'], fault('oneOnly')],
    [matching, ['a', '?'], fault('unknownAndMore', 1)],
    [ordering, [1, 1, 2], fault('sameRank', 1)],
    [ordering, [1, 4, 2], fault('notRank', 1)],
    [ordering, [1, 2.5, 2], fault('notRank', 1)],
    [ordering, [1, 2, null], fault('incomplete', 2)],
    [numeric, ['nhiều'], fault('notNumber')],
    [count, ['1,5'], fault('notNumber')],
    [count, [51], fault('outOfRange')],
    [{ ...numeric, unit: '%' }, [0.75], fault('percent')],
    [text, ['x'.repeat(21)], fault('tooLong')],
  ])('%o refuses %j', (shape, cells, expected) => {
    expect(readCells(shape, cells)).toEqual(expected)
  })

  it('is empty where nothing stands, also where spaces stand', () => {
    for (const shape of [choice, several, matching, ordering, numeric, text])
      expect(readCells(shape, [null, ' ', null])).toEqual({ kind: 'empty' })
  })
})

const words = (most: number) =>
  fc.uniqueArray(fc.stringMatching(/^[a-z]{2,6}$/), { minLength: 2, maxLength: most })

const anyAnswer: fc.Arbitrary<[AnswerShape, Entries]> = fc.oneof(
  words(26).chain((values) =>
    fc.boolean().chain((multiple) =>
      fc
        .subarray(values, { minLength: 1, maxLength: multiple ? values.length : 1 })
        .map((chosen): [AnswerShape, Entries] => [
          {
            ...choice,
            multiple,
            marks: values.map((value, i) => ({ mark: letterOf(i), value })),
            alone: [],
          },
          { v: chosen },
        ]),
    ),
  ),
  fc.tuple(words(8), words(8)).chain(([lefts, rights]) =>
    fc
      .array(fc.constantFrom(...rights), { minLength: lefts.length, maxLength: lefts.length })
      .map((chosen): [AnswerShape, Entries] => [
        {
          ...matching,
          rows: lefts.map((left) => `m.${left}`),
          marks: rights.map((value, i) => ({ mark: letterOf(i), value })),
        },
        Object.fromEntries(lefts.map((left, i) => [`m.${left}`, [chosen[i]!]])),
      ]),
  ),
  words(8).chain((steps) =>
    fc
      .shuffledSubarray(steps, { minLength: steps.length })
      .map((order): [AnswerShape, Entries] => [
        { ...ordering, rows: steps.map((step) => `o.${step}`) },
        Object.fromEntries(steps.map((step) => [`o.${step}`, [String(order.indexOf(step) + 1)]])),
      ]),
  ),
  fc
    .integer({ min: -99_999, max: 9_999_999 })
    .map((n): [AnswerShape, Entries] => [numeric, { n: [n % 1000 === 0 ? String(n) : String(n / 4)] }]),
  fc.constant<[AnswerShape, Entries]>([matching, { v: ['?'] }]),
)

describe('an answer typed and read', () => {
  it('is the same answer', () => {
    fc.assert(
      fc.property(anyAnswer, ([shape, entries]) => {
        const read = readCells(shape, cellsOf(shape, entries))
        expect(read.kind).toBe('answer')
        if (read.kind !== 'answer') return
        if (entries.n) expect(Number(read.entries.n![0])).toBe(Number(entries.n[0]))
        else if (entries.v) expect([...read.entries.v!].sort()).toEqual([...entries.v].sort())
        else expect(read.entries).toEqual(entries)
      }),
    )
  })
})

describe('the day of a paper', () => {
  it.each([
    [new Date('2026-11-21T00:00:00Z'), '2026-11-21'],
    [46347, '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    ['5.3.26', '2026-03-05'],
    ['2026-11-21', '2026-11-21'],
    [' 21 - 11 - 2026 ', '2026-11-21'],
  ])('%s', (cell, day) => expect(readDay(cell)).toEqual({ ok: true, day }))

  it.each([
    ['hôm qua', 'badDate'],
    ['31/02/2026', 'badDate'],
    ['11/21/2026', 'dateOrder'],
    [12, 'badDate'],
    ['21/11', 'badDate'],
  ])('%s is none', (cell, why) => expect(readDay(cell)).toEqual({ ok: false, why }))
})
