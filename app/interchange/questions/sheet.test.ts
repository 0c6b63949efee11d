import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellValue, SheetTable } from '~/formats/table'
import { matchColumn } from './sheet-columns'
import { sheetWords } from './sheet-locale'
import { readQuestionSheet } from './sheet-read'
import { sheetKeys } from './sheet-write'

const sheetOf = (rows: CellValue[][], name = 'Câu hỏi', hidden = false): SheetTable => ({
  name,
  hidden,
  rows,
  formulas: new Set(),
  failed: new Set(),
  merges: [],
})
const read = (rows: CellValue[][]) => readQuestionSheet([sheetOf(rows)], 'vi')
const keysOf = (found: { losses: { key: string }[] }) => found.losses.map(({ key }) => key)

describe('sheets that trainers have', () => {
  test('headings in Vietnamese below a title, the answer by its letter', () => {
    const { questions, problem } = read([
      ['NGÂN HÀNG CÂU HỎI', null, null, null, null, null],
      [null, null, null, null, null, null],
      ['STT', 'Nội dung câu hỏi', 'Đáp án A', 'Đáp án B', 'Đáp án C', 'Đáp án đúng'],
      [1, 'Xã có bao nhiêu thôn?', 'Hai', 'Ba', 'Bốn', 'B'],
      [null, null, null, null, null, null],
      [2, 'Chọn các số lẻ', 1, 2, 3, 'A và C'],
    ])
    expect(problem).toBeNull()
    expect(questions.map(({ line }) => line)).toEqual([4, 6])
    expect(questions[0]!.item).toMatchObject({
      kind: 'single',
      stem: { vi: 'Xã có bao nhiêu thôn?', en: '' },
      options: [
        { id: 'a', vi: 'Hai' },
        { id: 'b', vi: 'Ba', correct: true },
        { id: 'c', vi: 'Bốn' },
      ],
    })
    expect(questions[1]!.item).toMatchObject({
      kind: 'multiple',
      options: [{ vi: '1', correct: true }, { vi: '2' }, { vi: '3', correct: true }],
    })
    expect(questions[0]!.losses).toEqual([])
  })

  test('a page of brackets in a cell is a text like any other', () => {
    const brackets = '('.repeat(100_000)
    const { questions } = read([
      ['Câu hỏi', 'Đáp án A', 'Đáp án B', 'Đáp án đúng', 'Giải thích'],
      ['Xã có bao nhiêu thôn?', 'Hai', 'Ba', 'B', brackets],
    ])
    expect(questions).toHaveLength(1)
    expect(questions[0]!.item).toMatchObject({ stem: { vi: 'Xã có bao nhiêu thôn?' } })
  })

  test('two rows of headings, the options by bare letters', () => {
    const { questions } = read([
      ['TT', 'Câu hỏi', 'Phương án trả lời', null, null, 'Đáp án', 'Giải thích'],
      [null, null, 'A', 'B', 'C', null, null],
      [1, 'Ai ký?', 'Chủ tịch', 'Văn thư', 'Kế toán', 'chủ tịch', 'Luật định'],
    ])
    expect(questions[0]!.item).toMatchObject({
      kind: 'single',
      options: [{ vi: 'Chủ tịch', correct: true }, {}, {}],
      explanation: { vi: 'Luật định' },
    })
  })

  test('Kahoot: the header in row 8, right answers by number', () => {
    const head = [
      null,
      'Question - max 120 characters',
      'Answer 1 - max 75 characters',
      'Answer 2 - max 75 characters',
      'Answer 3 - max 75 characters',
      'Answer 4 - max 75 characters',
      'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
      'Correct answer(s) - choose at least one',
    ]
    const above = Array.from({ length: 7 }, (_, i): CellValue[] => [null, i === 1 ? 'Quiz template' : null])
    const { questions } = read([
      ...above,
      head,
      [1, 'Số chẵn nào lớn nhất?', 2, 4, 6, 8, 20, 4],
      [2, 'Which are fruit?', 'Apple', 'Stone', 'Pear', null, 30, '1,3'],
      [3, 'No key', 'x', 'y', null, null, 30, null],
    ])
    expect(questions[0]!.item).toMatchObject({ kind: 'single', options: [{}, {}, {}, { correct: true }] })
    expect(questions[1]!.item).toMatchObject({
      kind: 'multiple',
      options: [{ correct: true }, {}, { correct: true }],
    })
    expect(keysOf(questions[1]!)).toEqual(['sheet.kahootAny', 'sheet.columnDropped'])
    expect(keysOf(questions[2]!)).toContain('loss.noKey')
  })

  test('an answer that could mean two options marks none', () => {
    const head = ['Câu hỏi', 'A', 'B', 'C', 'Đáp án']
    const [found] = read([head, ['2 + 2 = ?', '3', '4', '2', '2']]).questions
    expect(found!.item).toMatchObject({ options: [{}, {}, {}] })
    expect(keysOf(found!)).toEqual(['sheet.answerUnclear', 'loss.noKey'])
    expect(keysOf(read([head, ['Hỏi?', 'x', 'y', 'z', 'E']]).questions[0]!)).toEqual([
      'sheet.answerUnknown',
      'loss.noKey',
    ])
  })

  test('options in one cell, a star before the right one', () => {
    const [found] = read([
      ['Câu hỏi', 'Các phương án'],
      ['Ai ký?', 'A. Chủ tịch\n*B. Bí thư\nC. Kế toán'],
    ]).questions
    expect(found!.item).toMatchObject({
      options: [{ vi: 'Chủ tịch' }, { vi: 'Bí thư', correct: true }, { vi: 'Kế toán' }],
    })
  })

  test('parts of the sheet become folders, rows that cannot be taken say why', () => {
    const { questions } = read([
      ['STT', 'Câu hỏi', 'A', 'B', 'Đáp án'],
      ['Phần I. Văn bản', null, null, null, null],
      [1, 'Hỏi?', 'có', 'không', 'A'],
      [2, null, 'có', 'không', 'A'],
      [3, 'Chỉ có câu hỏi', null, null, null],
    ])
    expect(questions[0]!.category).toEqual(['Phần I. Văn bản'])
    expect(questions.slice(1).map(({ item, line, losses }) => [item, line, losses[0]!.key])).toEqual([
      [null, 4, 'sheet.noStem'],
      [null, 5, 'sheet.noOptions'],
    ])
  })

  test('text and headings in TCVN3 are recovered and told', () => {
    const [found] = read([
      ['C©u hái', 'A', 'B', '§¸p ¸n ®óng'],
      ['V¨n b¶n nµo cã hiÖu lùc?', 'QuyÕt ®Þnh', 'Th«ng b¸o', 'A'],
    ]).questions
    expect(found!.item).toMatchObject({
      stem: { vi: 'Văn bản nào có hiệu lực?' },
      options: [{ vi: 'Quyết định', correct: true }, { vi: 'Thông báo' }],
    })
    expect(keysOf(found!)).toEqual(['sheet.recovered'])
  })

  test('English beside Vietnamese, dates and truth values as text', () => {
    const { questions } = read([
      ['Câu hỏi', 'Question', 'A (vi)', 'A (en)', 'B (vi)', 'B (en)', 'Key'],
      ['Ngày nào?', 'Which day?', new Date('2025-07-01'), null, true, true, 'A'],
    ])
    expect(questions[0]!.item).toMatchObject({
      stem: { vi: 'Ngày nào?', en: 'Which day?' },
      options: [
        { vi: '01/07/2025', en: '' },
        { vi: 'Đúng', en: 'True' },
      ],
    })
  })

  test('numbers, short answers, true/false tables, pairs and gaps by their columns', () => {
    const head = ['Loại câu', 'Câu hỏi', 'A', 'B', 'C', 'Đáp án đúng']
    const { questions } = read([
      head,
      [null, 'Bao nhiêu xã?', null, null, null, '56'],
      [null, 'Diện tích?', null, null, null, '1.500 ± 10'],
      [null, 'Viết tắt?', null, null, null, 'UBND; Ủy ban nhân dân'],
      ['Đúng/sai', 'Xét các câu', 'Một', 'Hai', 'Ba', 'Đ, S, Đ'],
      ['Ghép đôi', 'Ghép', 'a → 1', 'b → 2', null, null],
      ['Sắp xếp', 'Xếp', 'ba', 'một', 'hai', 'B, C, A'],
      ['Điền chỗ trống', 'Thủ đô là ____', '* Hà Nội\n- Huế', null, null, null],
    ])
    const items = questions.map(({ item }) => item)
    expect(items[0]).toMatchObject({ kind: 'numeric', answer: 56, tolerance: 0 })
    expect(items[1]).toMatchObject({ kind: 'numeric', answer: 1500, tolerance: 10 })
    expect(items[2]).toMatchObject({ kind: 'short', answers: [{ vi: 'UBND' }, { vi: 'Ủy ban nhân dân' }] })
    expect(items[3]).toMatchObject({ statements: [{ correct: true }, { correct: false }, { correct: true }] })
    expect(items[4]).toMatchObject({ pairs: [{ left: { vi: 'a' }, right: { vi: '1' } }, {}] })
    expect(items[5]).toMatchObject({ steps: [{ vi: 'một' }, { vi: 'hai' }, { vi: 'ba' }] })
    expect(items[6]).toMatchObject({
      kind: 'gaps',
      text: { vi: 'Thủ đô là {a}' },
      gaps: [{ id: 'a', options: [{ vi: 'Hà Nội', correct: true }, { vi: 'Huế' }] }],
    })
  })

  test('hidden sheets, examples and sheets without questions are not read', () => {
    expect(readQuestionSheet([sheetOf([['Câu hỏi', 'A', 'B']], 'x', true)], 'vi').problem!.key).toBe(
      'sheet.noHeader',
    )
    expect(read([['Xin chào'], ['a', 'b']]).problem!.key).toBe('sheet.noHeader')
    const head = ['Mã câu', 'Câu hỏi', 'A', 'B', 'Đáp án']
    expect(read([head, ['VÍ DỤ 1', 'Hỏi?', 'x', 'y', 'A']]).problem!.key).toBe('fault.noQuestions')
  })
})

test('every heading that is written is found again, in both languages', () => {
  for (const locale of ['vi', 'en'] as const)
    for (const key of sheetKeys(26)) {
      const [field, ...rest] = key.split('.')
      const letter = rest.find((part) => /^\d+$/.test(part))
      expect(matchColumn(sheetWords(locale).heading(key)), `${locale} ${key}`).toEqual({
        field,
        ...(letter !== undefined && { letter: Number(letter) }),
        ...(field === 'weight'
          ? { language: null }
          : rest.length > 0 && rest.at(-1) !== letter
            ? { language: rest.at(-1) }
            : {}),
      })
    }
})

test('never throws, whatever the cells', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.string({ maxLength: 20 }),
    fc.double(),
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
    fc.constantFrom('Câu hỏi', 'A', 'B', 'Đáp án đúng', 'Loại câu', 'Ghép đôi', 'Question'),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }), (rows) => {
      const { questions, problem } = read(rows)
      expect(problem === null ? questions.length > 0 : questions.length === 0).toBe(true)
    }),
  )
})
