import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asAikenCarries } from '../../../tests/builders/carried-items'
import { anyText, draftItems } from '../../../tests/builders/draft-items'
import { draftItemSchema } from '~/assessment/item'
import { readAiken } from './aiken'
import { answerIn } from './aiken-lines'
import { writeAiken } from './aiken-write'
import { questionLimits, type FoundQuestion } from './found'
import { foundBase, inOne } from './plain-text'

const fixture = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../../tests/fixtures/questions/aiken', name), 'utf8')
const read = (text: string) => readAiken(text, 'vi').questions

/** A question in short: its text, then its options, the right ones with a star. */
function short({ item }: FoundQuestion): string[] | null {
  if (!item || !('options' in item)) return null
  return [item.stem.vi, ...item.options.map(({ vi, correct }) => (correct ? `*${vi}` : vi))]
}

test('the examples of the format are read as they stand', () => {
  const { questions, problem } = readAiken(fixture('moodle-docs.txt'), 'en')
  expect(problem).toBeNull()
  expect(questions.map(({ line }) => line)).toEqual([1, 8])
  expect(questions[1]!.item).toEqual({
    ...foundBase('en', 'Which LMS has the most quiz import formats?', ''),
    kind: 'single',
    options: ['Moodle', 'ATutor', 'Claroline', 'Blackboard', 'WebCT', 'Ilias'].map((text, i) => ({
      id: 'abcdef'[i],
      vi: '',
      en: text,
      ...(i === 0 ? { correct: true } : {}),
    })),
  })
})

test('a list typed in Word is read with its numbers, tabs and Vietnamese answers, and each fault with its line', () => {
  const questions = read(fixture('word.txt'))
  expect(questions.map(({ line, losses }) => [line, ...losses.map(({ key }) => key)])).toEqual([
    [1, 'loss.description'],
    [3],
    [9],
    [18],
    [21],
    [26, 'aiken.noOptions'],
    [28, 'aiken.answerUnknown', 'loss.noKey'],
  ])
  expect(questions.slice(1, 5).map(short)).toEqual([
    [
      'Thủ tục đăng ký khai sinh thực hiện ở đâu?',
      '*Ủy ban nhân dân cấp xã',
      'Tòa án nhân dân',
      'Viện kiểm sát',
    ],
    [
      'Dấu hiệu nào cho thấy thư điện tử là lừa đảo?\nBiết rằng thư đến từ người lạ.',
      '*Yêu cầu mật khẩu',
      '*Có tệp lạ,\nđuôi .exe',
      'Ghi rõ người gửi',
      '*Thúc ép làm ngay',
    ],
    ['Mật khẩu nào mạnh nhất?', '123456', 'hà nội', '*Nui-cao!suoi7trong', 'password'],
    ['Chữ ký số dùng để làm gì?', 'Vẽ tranh', '*Xác nhận người ký', 'Gửi thư'],
  ])
  expect(questions[1]!.item?.explanation.vi).toBe('Luật Hộ tịch giao việc này cho cấp xã.')
  expect(questions[2]!.item?.kind).toBe('multiple')
})

describe('an answer line', () => {
  test.each([
    ['ANSWER: C', ['c']],
    ['Answer: c.', ['c']],
    ['Đáp án: C', ['c']],
    ['ĐÁP ÁN C', ['c']],
    ['Đáp án đúng là C', ['c']],
    ['Đáp án đúng: B.', ['b']],
    ['(Đáp án: B)', ['b']],
    ['Đáp án: A, C', ['a', 'c']],
    ['Đáp án: A và C', ['a', 'c']],
    ['Đáp án: ACD', ['a', 'c', 'd']],
    ['Đáp án: 2', ['2']],
    ['Đáp án: C. Chính phủ', ['c']],
    ['Đáp án: C'.normalize('NFD'), ['c']],
    ['Đáp án\u00a0:\u00a0C', ['c']],
  ])('%s', (line, letters) => expect(answerIn(line)).toEqual(letters))

  test.each([
    'Đáp án là gì?',
    'Đáp án nào đúng?',
    'Answer the question',
    'Chọn phương án đúng',
    'Đáp án',
    '',
  ])('is not: %s', (line) => expect(answerIn(line)).toBeNull())
})

test('questions need no blank line between, and no number', () => {
  expect(read('Một?\nA. x\nB. y\nANSWER: A\nHai?\nA) x\nB) y\nANSWER: B').map(short)).toEqual([
    ['Một?', '*x', 'y'],
    ['Hai?', 'x', '*y'],
  ])
})

test('a numbered list in a text stays there', () => {
  expect(read('Câu 7: Xếp việc:\n1. mở\n2. đọc\nA. 1 rồi 2\nB. 2 rồi 1\nĐáp án: A').map(short)).toEqual([
    ['Xếp việc:\n1. mở\n2. đọc', '*1 rồi 2', '2 rồi 1'],
  ])
})

test('the same letter twice is told, and an answer that names it is none', () => {
  const [found] = read('Câu?\nA. x\nB. y\nB. z\nANSWER: B')
  expect(found!.losses.map(({ key }) => key)).toEqual([
    'aiken.letterTwice',
    'aiken.answerUnknown',
    'loss.noKey',
  ])
})

test.each([
  ['', 'fault.empty'],
  [' \n ', 'fault.empty'],
  ['Một đoạn văn.', 'fault.notFormat'],
  ['%PDF-1.7\0\0', 'fault.notFormat'],
  ['x'.repeat(questionLimits.bytes + 1), 'fault.tooBig'],
  ['Q\nA. x\nB. y\nANSWER: A\n'.repeat(questionLimits.questions + 1), 'fault.tooMany'],
])('a file that is none is refused (%#)', (text, key) => {
  expect(readAiken(text, 'vi')).toMatchObject({ questions: [], problem: { key } })
})

test('any text at all is read into items that a draft can hold', () => {
  fc.assert(
    fc.property(
      fc.array(anyText).map((parts) => parts.join('\n')),
      (text) => {
        for (const { item } of read(text)) if (item) draftItemSchema.parse(item)
      },
    ),
    { numRuns: 300 },
  )
})

test.each(['vi', 'en'] as const)('what is written in %s is read back unchanged', (locale) => {
  fc.assert(
    fc.property(fc.array(draftItems(locale), { maxLength: 4 }), (items) => {
      const { content, losses } = writeAiken(items, locale)
      const carried = asAikenCarries(items, locale)
      expect(losses).toHaveLength(items.length)
      expect(readAiken(content, locale).questions.map(({ item }) => item)).toEqual(carried)
    }),
    { numRuns: 300 },
  )
})

test('what an item loses is told', () => {
  const option = (id: string, more = {}) => ({ id, ...inOne('vi', id), ...more })
  const single = {
    ...foundBase('vi', 'Câu 1. hai\ndòng', 'Vì thế'),
    code: 'x',
    kind: 'single' as const,
    options: [
      option('a', { correct: true, weight: 100, feedback: inOne('vi', 'f') }),
      option('b', { weight: 50 }),
    ],
  }
  const { content, losses } = writeAiken([single, { ...single, kind: 'ordering', steps: [] }], 'vi')
  expect(content).toBe('1. Câu 1. hai dòng\nA. a\nB. b\nANSWER: A\n')
  expect(losses.map((each) => each.losses.map(({ key }) => key))).toEqual([
    ['text.name', 'text.explanation', 'text.feedback', 'text.lines', 'loss.weights'],
    ['loss.kind'],
  ])
})
