import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyItem, essay, items } from '../../tests/builders/items'
import { parseNumber, readItemEntry, readQuestionEntry, readSelfEntry, type Entries } from './answer-entry'
import { countedOptions, givenOptions } from './counted-options'
import { questionSchema } from './form'
import { entriesOfItem, gapsIn, presentItem, unmaskEntries } from './present'
import { entriesOfQuestion } from './present-question'

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
const rows = ['x', 'y'].map((id) => ({ id, ...text }))
const scale = ['1', '2', '3'].map((id) => ({ id, ...text }))
const likert = questionSchema.parse({ code: 'l', kind: 'likert', text, rows, options: scale })
const ranking = questionSchema.parse({ code: 'r', kind: 'ranking', text, options: rows })
const systems = questionSchema.parse({ code: 's', kind: 'systems', text })

describe('an answer shown and sent back', () => {
  const answers = {
    single: 'a',
    multiple: ['a', 'd'],
    matching: { p1: 'x1', p2: 'p1', p3: 'p3' },
    ordering: ['s3', 's1', 's4', 's2'],
    numeric: 12.5,
    truefalse: { a: 'f', b: 't', c: 'f', d: 'f' },
    short: 'Xác thực hai bước',
    gaps: { long: 'mười', who: 'boss' },
    point: [512, 340],
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

it('a long answer comes back as it was', () => {
  const shown = entriesOfItem(essay(), '', 'Một.\nHai.')
  expect(readItemEntry(essay(), shown)).toEqual({ kind: 'value', value: 'Một.\nHai.' })
})

it('names the options of a gap by their place, not by their id', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const view = presentItem(items.gaps(), 'en', seed)
      if (view.kind !== 'gaps') throw new Error(view.kind)
      const [typed, chosen] = gapsIn(view)
      expect(typed?.options).toBeNull()
      expect(chosen?.options?.map(({ value }) => value)).toEqual(['1', '2', '3'])
      const right = chosen?.options?.find(({ label }) => label === 'me')?.value
      const sent = unmaskEntries(items.gaps(), seed, { 'g.long': ['12'], 'g.who': [right!] })
      expect(sent).toEqual({ 'g.long': ['12'], 'g.who': ['me'] })
    }),
  )
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
    ['half a table', 'truefalse', { 'r.a': ['t'] }, { fault: 'incomplete' }],
    [
      'neither true nor false',
      'truefalse',
      { 'r.a': ['t'], 'r.b': ['t'], 'r.c': ['x'], 'r.d': ['f'] },
      { fault: 'notAnOption' },
    ],
    ['nothing typed', 'short', { t: ['  '] }, { kind: 'empty' }],
    ['too much typed', 'short', { t: ['a'.repeat(101)] }, { fault: 'tooLong', values: { max: 100 } }],
    ['a gap left empty', 'gaps', { 'g.long': ['mười hai'] }, { fault: 'gapEmpty' }],
    ['an option of no gap', 'gaps', { 'g.long': ['x'], 'g.who': ['you'] }, { fault: 'notAnOption' }],
    ['a square', 'point', { 'q.c': ['B'], 'q.r': ['10'] }, { value: [150, 950] }],
    ['a square after a press', 'point', { 'q.c': ['B'], 'q.r': ['10'], p: ['1,2'] }, { value: [150, 950] }],
    ['half a square', 'point', { 'q.c': ['B'] }, { fault: 'halfSquare' }],
    ['a square that is not there', 'point', { 'q.c': ['B'], 'q.r': ['11'] }, { fault: 'notAnOption' }],
    ['a press outside', 'point', { p: ['1001,2'] }, { fault: 'notAnOption' }],
    ['“I do not know” after a press', 'point', { p: ['1,2'], v: ['?'] }, { value: null }],
    ['“I do not know” and a square', 'point', { 'q.c': ['B'], v: ['?'] }, { fault: 'unknownAndMore' }],
    ['words for a number', 'numeric', { n: ['mười hai'] }, { fault: 'notNumber' }],
  ])('%s', (_, kind, entries, expected) => {
    expect(readItemEntry(items[kind](), entries)).toMatchObject(expected)
  })

  it('takes a long answer of so many words', () => {
    const words = (count: number) => ({ t: [Array(count).fill('chữ').join(' ')] })
    expect(readItemEntry(essay(), words(20))).toMatchObject({ kind: 'value' })
    expect(readItemEntry(essay(), words(21))).toMatchObject({
      fault: 'tooManyWords',
      values: { count: 21, max: 20 },
    })
  })

  it('never throws, whatever a client sends', () => {
    const entries = fc.dictionary(
      fc.constantFrom(
        'v',
        'n',
        't',
        'p',
        'q.c',
        'r.a',
        'g.who',
        'm.p1',
        'o.s1',
        'o.__proto__',
        'm.zz',
        'g.long',
      ),
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
    [likert, { 'r.x': ['1'], 'r.y': ['3'] }, { value: { x: '1', y: '3' } }],
    [likert, { 'r.x': ['1'] }, { fault: 'unfinished' }],
    [likert, { 'r.x': ['1'], 'r.y': ['9'] }, { fault: 'notAnOption' }],
    [likert, {}, { kind: 'empty' }],
    [ranking, { 'o.x': ['2'], 'o.y': ['1'] }, { value: ['y', 'x'] }],
    [ranking, { 'o.x': ['2'], 'o.y': ['2'] }, { fault: 'sameRank' }],
    [ranking, { 'o.x': ['2'] }, { fault: 'unfinished' }],
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

it.each([
  [likert, { x: '1', y: '3' }, ['x/1', 'y/3']],
  [ranking, ['y', 'x'], ['y']],
  [multiple, ['x', 'y'], ['x', 'y']],
  [number, 12, []],
  [words, 'Cần máy', []],
])(
  '%#: an answer is shown again, counted by options, and each is one that counts',
  (question, value, counted) => {
    expect(readQuestionEntry(question, entriesOfQuestion(question, value), [])).toEqual({
      kind: 'value',
      value,
    })
    expect(givenOptions(question.kind, value)).toEqual(counted)
    const known = countedOptions(question, []).map(({ id }) => id)
    expect(counted.every((id) => known.includes(id))).toBe(true)
  },
)

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
