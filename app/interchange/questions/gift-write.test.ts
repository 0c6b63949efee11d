import { parse } from 'gift-pegjs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asGiftCarries } from '../../../tests/builders/carried-items'
import { draftItems } from '../../../tests/builders/draft-items'
import type { DraftItem } from '~/assessment/item'
import { readGift } from './gift'
import { writeGift } from './gift-write'
import { plainNumber } from './gift-write-parts'
import { foundBase, inOne } from './plain-text'

const base = (stem = 'Câu hỏi?') => foundBase('vi', stem, '')
const keys = (written: ReturnType<typeof writeGift>) =>
  written.losses.map(({ losses }) => losses.map(({ key }) => key))

describe('what is written is read back unchanged', () => {
  test.each(['vi', 'en'] as const)(
    'in %s, any items, and is GIFT to its own grammar',
    (locale) => {
      fc.assert(
        fc.property(fc.array(draftItems(locale), { maxLength: 4 }), (items) => {
          const { content, losses } = writeGift(items, locale)
          const carried = asGiftCarries(items, locale)
          expect(losses.map(({ code }) => code)).toEqual(items.map(({ code }) => code))
          if (carried.length === 0) expect(content).toBe('')
          else {
            expect(() => parse(content)).not.toThrow()
            const found = readGift(content, locale)
            expect(found.problem).toBeNull()
            expect(found.questions.map(({ item }) => item)).toEqual(carried)
          }
        }),
        { numRuns: 300 },
      )
    },
    60_000,
  )
})

test('each kind is written as the format has it', () => {
  const items: DraftItem[] = [
    {
      ...base('Chọn một: “a=b”?'),
      code: '4.1-2a',
      name: 'Câu 1',
      category: 'An toàn/Mật khẩu',
      kind: 'single',
      options: [
        { id: 'a', ...inOne('vi', 'đúng'), correct: true, feedback: inOne('vi', 'Phải.') },
        { id: 'b', ...inOne('vi', '50 % #') },
      ],
      explanation: inOne('vi', 'Vì thế.'),
    },
    {
      ...base(),
      kind: 'multiple',
      options: ['a', 'b', 'c'].map((id, i) => ({
        id,
        ...inOne('vi', `phần ${id}`),
        ...(i < 2 ? { correct: true } : {}),
      })),
    },
    { ...base(), kind: 'numeric', answer: -1e-7, tolerance: 0.5 },
    { ...base(), kind: 'essay', most: 300, rubric: [] },
    {
      ...base('Điền vào chỗ trống.'),
      kind: 'gaps',
      text: inOne('vi', 'Thủ đô là {x}, từ 1945.'),
      gaps: [{ id: 'x', answers: [{ id: 'a', ...inOne('vi', 'Hà Nội') }] }],
    },
  ]
  expect(writeGift(items, 'vi').content).toBe(`$CATEGORY: An toàn/Mật khẩu

// [id:4.1-2a]
::Câu 1::Chọn một\\: “a\\=b”? {
	=đúng#Phải.
	~50 % \\#
####Vì thế.}

$CATEGORY: $course$/top

Câu hỏi? {
	~%50%phần a
	~%50%phần b
	~%-50%phần c
}

Câu hỏi? {#-0.0000001:0.5}

Câu hỏi? {}

Thủ đô là {
	=Hà Nội
}, từ 1945.
`)
})

test('what an item loses is told before it is written', () => {
  const option = (id: string, more = {}) => ({ id, vi: id, en: '', ...more })
  const items: DraftItem[] = [
    {
      ...base(),
      stem: { vi: 'Câu', en: 'Question' },
      purpose: 'measure',
      competency: '4.1',
      level: 2,
      kind: 'multiple',
      scoring: 'all',
      options: [option('a', { correct: true }), option('b'), option('c')],
    },
    { ...base(), kind: 'ordering', steps: [option('a'), option('b'), option('c')] },
    { ...base(''), kind: 'essay', most: 300, rubric: [] },
    { ...base(), kind: 'short', exact: true, answers: [option('a -> b')] },
    {
      ...base(),
      kind: 'truefalse',
      statements: [option('a', { correct: true }), option('b', { correct: false })] as never,
    },
    { ...base(), kind: 'numeric', answer: 3, tolerance: 0, unit: inOne('vi', 'km') },
    {
      ...base(),
      kind: 'gaps',
      text: inOne('vi', 'Cuối câu {x}'),
      gaps: [{ id: 'x', answers: [option('a')] }],
    },
    {
      ...base(),
      kind: 'matching',
      pairs: [{ id: 'a', left: inOne('vi', 'x'), right: inOne('vi', 'y'), feedback: inOne('vi', 'z') }],
    },
  ]
  expect(keys(writeGift(items, 'vi'))).toEqual([
    ['text.otherEn', 'text.about', 'text.scoringAll'],
    ['loss.kind'],
    ['text.unfinished'],
    ['text.exact', 'text.arrow'],
    ['loss.split'],
    ['text.unit'],
    ['text.gapPlace'],
    ['text.feedback'],
  ])
})

test('numbers have no exponent', () => {
  for (const [value, text] of [
    [1e21, '1000000000000000000000'],
    [-1.5e-9, '-0.0000000015'],
    [1.25e22, '12500000000000000000000'],
    [3, '3'],
  ] as const)
    expect(plainNumber(value)).toBe(text)
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(plainNumber(value)).toMatch(/^-?\d+(?:\.\d+)?$/)
      expect(Number(plainNumber(value)) + 0).toBe(value + 0)
    }),
  )
})
