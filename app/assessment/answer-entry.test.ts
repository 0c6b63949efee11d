import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyItem, items } from '../../tests/builders/items'
import { parseNumber, readItemEntry, readQuestionEntry, readSelfEntry, type Entries } from './answer-entry'
import { questionSchema } from './form'
import { entriesOfItem, presentItem, unmaskEntries } from './present'

const text = { vi: '?', en: '?' }
const multiple = questionSchema.parse({
  code: 'm',
  kind: 'multiple',
  text,
  options: [
    { id: 'x', ...text },
    { id: 'y', ...text },
    { id: 'none', ...text, exclusive: true },
  ],
})
const number = questionSchema.parse({ code: 'n', kind: 'number', text, min: 0, max: 500 })
const words = questionSchema.parse({ code: 't', kind: 'text', text, maxLength: 10 })
const systems = questionSchema.parse({ code: 's', kind: 'systems', text })

describe('an answer shown and sent back', () => {
  const answers = {
    single: 'a',
    multiple: ['a', 'd'],
    matching: { p1: 'x1', p2: 'p1', p3: 'p3' },
    ordering: ['s3', 's1', 's4', 's2'],
    numeric: 12.5,
  } as const
  it.each(Object.entries(answers))('%s comes back as it was, for any shuffle', (kind, answer) => {
    const item = items[kind as keyof typeof items]()
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const shown = entriesOfItem(item, seed, answer)
        expect(readItemEntry(item, unmaskEntries(item, seed, shown))).toEqual({
          kind: 'value',
          value: answer,
        })
      }),
    )
  })

  it('never shows the steps of an ordering in the right order', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const view = presentItem(items.ordering(), 'vi', seed)
        expect(view.kind === 'ordering' && view.rows.map(({ label }) => label)).not.toEqual([
          's1',
          's2',
          's3',
          's4',
        ])
      }),
    )
  })
})

describe('readItemEntry', () => {
  it('takes "I do not know" alone, and says so when more was given', () => {
    fc.assert(
      fc.property(
        anyItem,
        (item) => JSON.stringify(readItemEntry(item, { v: ['?'] })) === '{"kind":"value","value":null}',
      ),
    )
    expect(readItemEntry(items.multiple(), { v: ['a', '?'] })).toMatchObject({ fault: 'unknownAndMore' })
    expect(readItemEntry(items.numeric(), { v: ['?'], n: ['5'] })).toMatchObject({ fault: 'unknownAndMore' })
  })

  it.each<[string, keyof typeof items, Entries, object]>([
    ['nothing', 'single', {}, { kind: 'empty' }],
    ['an option that is not there', 'single', { v: ['q'] }, { fault: 'notAnOption' }],
    ['half a matching', 'matching', { 'm.p1': ['p1'] }, { fault: 'incomplete' }],
    ['half an ordering', 'ordering', { 'o.s1': ['1'] }, { fault: 'incomplete' }],
    [
      'the same place twice',
      'ordering',
      { 'o.s1': ['1'], 'o.s2': ['1'], 'o.s3': ['3'], 'o.s4': ['4'] },
      { fault: 'sameRank' },
    ],
    ['words for a number', 'numeric', { n: ['mười hai'] }, { fault: 'notNumber' }],
  ])('%s', (_, kind, entries, expected) => {
    expect(readItemEntry(items[kind](), entries)).toMatchObject(expected)
  })

  it('never throws, whatever a client sends', () => {
    const entries = fc.dictionary(
      fc.constantFrom('v', 'n', 't', 'm.p1', 'o.s1', 'o.__proto__', 'm.zz'),
      fc.array(fc.string(), { maxLength: 3 }),
    )
    fc.assert(
      fc.property(anyItem, entries, fc.string(), (item, sent, seed) => {
        readItemEntry(item, unmaskEntries(item, seed, sent))
      }),
    )
  })
})

describe('readQuestionEntry', () => {
  it.each([
    [multiple, { v: ['y', 'x'] }, { value: ['x', 'y'] }],
    [multiple, { v: ['x', 'none'] }, { fault: 'unknownAndMore' }],
    [number, { n: ['12'] }, { value: 12 }],
    [number, { n: ['501'] }, { fault: 'outOfRange', values: { min: 0, max: 500 } }],
    [number, { n: ['1,5'] }, { fault: 'notNumber' }],
    [words, { t: ['  Cần máy  '] }, { value: 'Cần máy' }],
    [words, { t: ['quá dài rồi đấy'] }, { fault: 'tooLong' }],
    [systems, { v: ['one-stop'] }, { value: ['one-stop'] }],
    [systems, { v: ['elsewhere'] }, { fault: 'notAnOption' }],
    [systems, { v: [] }, { kind: 'empty' }],
  ])('%#', (question, entries, expected) => {
    expect(readQuestionEntry(question, entries as Entries, ['one-stop'])).toMatchObject(expected)
  })

  it('stores text in NFC', () => {
    expect(readQuestionEntry(words, { t: ['hòa'.normalize('NFD')] }, [])).toEqual({
      kind: 'value',
      value: 'hòa',
    })
  })
})

describe('readSelfEntry', () => {
  it('takes the levels that have an anchor', () => {
    expect(readSelfEntry([0, 1, 2], { v: ['2'] })).toEqual({ kind: 'value', value: 2 })
    expect(readSelfEntry([0, 1, 2], { v: ['3'] })).toMatchObject({ fault: 'notAnOption' })
  })
})

describe('parseNumber', () => {
  it.each([
    ['75', 75],
    ['75%', 75],
    ['75 %', 75],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['0,5', 0.5],
    ['-3', -3],
    ['', null],
    ['1..2', null],
    ['12a', null],
  ])('%s is %s', (typed, value) => {
    expect(parseNumber(typed)).toBe(value)
  })
})
