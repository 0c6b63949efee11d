import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cognitiveTypes, type DraftItem } from '~/assessment/item'
import type { CellValue } from '~/formats/table'
import { sheetWords } from './sheet-locale'
import { readQuestionSheet } from './sheet-read'
import { writeQuestionSheet } from './sheet-write'

const sheetOf = (rows: CellValue[][]) => ({
  name: 'Câu hỏi',
  hidden: false,
  rows,
  formulas: new Set<string>(),
  failed: new Set<string>(),
  merges: [],
})

// Real words: letters thrown together can look like an old encoding.
const syllables = [
  'Ông',
  'bà',
  'xã',
  'hồ sơ',
  'điện tử',
  'A',
  'C, A',
  'the',
  'file',
  '12',
  '7.3',
  'Đ',
  'UBND',
  'ghép',
]
const signs = [
  ' ',
  '; ',
  ' = ',
  ' -> ',
  ' | ',
  '\n',
  '(đúng) ',
  ' *',
  ': ',
  '. ',
  '{x}',
  '"',
  "'",
  ' <b>& ',
  '/',
  '#',
  '~',
  '%',
]
const word = fc
  .array(
    fc.tuple(fc.constantFrom('', '', '*', '- '), fc.constantFrom(...syllables), fc.constantFrom(...signs)),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((pieces) => pieces.flat().join('').trim())
const line = word.map((text) => text.replace(/\s+/g, ' ').replace(/^[*=-]+ */, '') || 'x')
const both = fc.record({ vi: word, en: fc.option(word, { nil: '' }) })
const filled = fc.record({ vi: word, en: word })
const told = { feedback: fc.option(both, { nil: undefined }) }
const weight = fc.option(fc.integer({ min: -100, max: 100 }), { nil: undefined })
const base = {
  code: fc.constantFrom('', '7.3-1a', 'cau-12'),
  version: fc.constant(1),
  purpose: fc.constantFrom('measure' as const, 'teach' as const),
  competency: fc.constantFrom(null, '7.3'),
  level: fc.constantFrom(null, 1, 4),
  stem: both,
  explanation: fc.record({ vi: fc.option(word, { nil: '' }), en: fc.option(word, { nil: '' }) }),
  cognitive: fc.option(fc.constantFrom(...cognitiveTypes), { nil: undefined }),
  difficulty: fc.option(
    fc.integer({ min: -40, max: 40 }).map((n) => n / 10),
    { nil: undefined },
  ),
  family: fc.option(fc.constant('7.3-seal'), { nil: undefined }),
  pilot: fc.option(fc.constant(true), { nil: undefined }),
  name: fc.option(line, { nil: undefined }),
}
const lettered = <T extends object>(list: T[]) =>
  list.map((part, at) => ({ id: String.fromCharCode(97 + at), ...part }))
const several = <T extends object>(part: fc.Arbitrary<T>, min = 2) =>
  fc.array(part, { minLength: min, maxLength: 7 })
const option = fc.record({ pair: both, weight, ...told })
const flat = ({ pair, ...rest }: { pair: { vi: string; en: string } }) => ({ ...pair, ...rest })

const kinds: fc.Arbitrary<object>[] = [
  fc.record({ parts: several(option), right: fc.nat(9), ...base }).map(({ parts, right, ...rest }) => ({
    ...rest,
    kind: 'single',
    options: lettered(parts.map((part, at) => ({ ...flat(part), ...(at === right && { correct: true }) }))),
  })),
  fc
    .record({
      parts: several(fc.record({ pair: both, weight, ...told, correct: fc.boolean() }), 3),
      scoring: fc.option(fc.constantFrom('all', 'part'), { nil: undefined }),
      ...base,
    })
    .map(({ parts, ...rest }) => ({
      ...rest,
      kind: 'multiple',
      options: lettered(parts.map((part) => ({ ...flat(part), correct: part.correct || undefined }))),
    })),
  fc
    .record({ parts: several(fc.record({ pair: both, ...told, correct: fc.boolean() })), ...base })
    .map(({ parts, ...rest }) => ({ ...rest, kind: 'truefalse', statements: lettered(parts.map(flat)) })),
  fc
    .record({
      pairs: several(fc.record({ left: filled, right: filled, ...told })),
      extra: fc.array(fc.record({ pair: filled, ...told }), { minLength: 1, maxLength: 3 }),
      ...base,
    })
    .map(({ pairs, extra, ...rest }) => {
      const all = lettered<object>([...pairs, ...extra.map(flat)])
      return { ...rest, kind: 'matching', pairs: all.slice(0, pairs.length), extra: all.slice(pairs.length) }
    }),
  fc
    .record({ parts: several(fc.record({ pair: both })), ...base })
    .map(({ parts, ...rest }) => ({ ...rest, kind: 'ordering', steps: lettered(parts.map(flat)) })),
  fc.record({
    answer: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => n || 0),
    tolerance: fc.integer({ min: 0, max: 50 }).map((n) => n / 4),
    unit: fc.option(both, { nil: undefined }),
    kind: fc.constant('numeric'),
    ...base,
  }),
  fc
    .record({ parts: several(option, 1), exact: fc.option(fc.constant(true), { nil: undefined }), ...base })
    .map(({ parts, ...rest }) => ({ ...rest, kind: 'short', answers: lettered(parts.map(flat)) })),
  fc
    .record({
      lists: fc.array(
        fc.record({
          chosen: fc.boolean(),
          lines: fc.array(fc.record({ vi: line, en: line }), { minLength: 2, maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      around: line,
      ...base,
    })
    .map(({ lists, around, ...rest }) => {
      const gaps = lettered(
        lists.map(({ chosen, lines }) =>
          chosen
            ? {
                options: lettered(lines).map((each, at) => ({ ...each, ...(at === 1 && { correct: true }) })),
              }
            : { answers: lettered(lines) },
        ),
      )
      const marks = gaps.map(({ id }) => `{${id}}`).join(' ')
      const plain = around.replace(/[{}._]/g, '-')
      return { ...rest, kind: 'gaps', text: { vi: `${plain} ${marks}`, en: `${marks} ${plain}` }, gaps }
    }),
]

/** Without what is undefined, as a file has it. */
const whole = (item: unknown) => JSON.parse(JSON.stringify(item)) as DraftItem

test.each(['vi', 'en'] as const)('reading what was written gives the same items (%s)', (locale) => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 4 }), (made) => {
      const items = made.map(whole)
      const { columns, rows, losses } = writeQuestionSheet(items, sheetWords(locale))
      expect(losses).toEqual([])
      const back = readQuestionSheet([sheetOf([columns.map(({ header }) => header), ...rows])], 'vi')
      expect(back.problem).toBeNull()
      expect(back.questions.map(({ item }) => item && whole(item))).toEqual(items)
    }),
    { numRuns: 60 },
  )
})
