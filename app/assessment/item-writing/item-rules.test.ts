import { expect, test } from 'vitest'
import type { Item } from '../item'
import { writingFaults } from './item-rules'
import { numbersIn, questionIn, sentencesIn } from './words'

type Options = Extract<Item, { kind: 'single' }>['options']
const why = { vi: 'Vì sao.', en: 'Why.' }
const options = (texts: [string, string][], key = 1): Options =>
  texts.map(([vi, en], i) => ({
    id: 'abcd'[i]!,
    vi,
    en,
    ...(i === key ? { correct: true } : { feedback: why }),
  }))
const good = options([
  ['Hỏi người gửi qua điện thoại', 'Ask the sender by phone'],
  ['Mở tệp trên máy khác', 'Open it on another computer'],
  ['Chuyển cho cả phòng xem', 'Pass it to the whole office'],
  ['Xóa rồi làm việc tiếp', 'Delete it and go on working'],
])

function item(over: Partial<Item> = {}): Item {
  return {
    code: '4.1-1a',
    version: 1,
    purpose: 'measure',
    competency: '4.1',
    level: 1,
    kind: 'single',
    cognitive: 'apply',
    difficulty: -1.6,
    stem: {
      vi: 'Lúc 15:00 ngày 05/03/2026, Ông/Bà nhận thư lạ “hỏa tốc”. Nên làm gì trước?',
      en: 'At 15:00 on 05/03/2026 you get a strange mail, “urgent”. What should you do first?',
    },
    options: good,
    explanation: why,
    ...over,
  } as Item
}
const keys = (over: Partial<Item>) => writingFaults(item(over)).map(({ key }) => key)
const stem = (vi: string, en = 'What should you do first?') => ({ stem: { vi, en } })

test('an item that keeps to the rules has no faults', () => {
  expect(writingFaults(item())).toEqual([])
})

test.each<[string, Partial<Item>]>([
  ['writing.longStem', stem(`${'Một hai ba bốn. '.repeat(17)}Nên làm gì?`)],
  ['writing.longSentence', stem(`${'một '.repeat(33)}nên làm gì?`)],
  ['writing.negative', stem('Việc nào không nên làm?', 'What should be done?')],
  ['writing.negative', stem('Câu nào sai?')],
  ['writing.negative', stem('Nên làm gì?', 'Which of these should you not do?')],
  ['writing.negative', stem('Nên làm gì?', 'All are right EXCEPT what?')],
  ['writing.sentences', stem('Có thư lạ. Nên làm gì?')],
  ['writing.quotes', stem('Thư “lạ”: nên làm gì?')],
  ['writing.numbers', stem('Có 3 thư: nên làm gì?', 'Of 4 mails: what should you do?')],
  ['writing.allAbove', { options: options([...pairs(3), ['Tất cả các ý trên', 'Something else']]) }],
  ['writing.allAbove', { options: options([...pairs(3), ['Cả A và B', 'Both of a kind']]) }],
  ['writing.allAbove', { options: options([...pairs(3), ['Một ý khác hẳn', 'None of the above']]) }],
  ['writing.absolute', { options: options([...pairs(3), ['Không bao giờ mở thư', 'Leave the mail shut']]) }],
  ['writing.absolute', { options: options([...pairs(3), ['Để thư đó lại', 'Always open the mail']]) }],
  ['writing.sameOption', { options: options([...pairs(3), ['hỏi người gửi qua điện thoại', 'Ask again']]) }],
  ['writing.uneven', { options: options([...pairs(3), ['Xóa', 'Delete it and go on working']]) }],
  [
    'writing.longKey',
    {
      options: options([
        ['Xóa thư đi', 'a'],
        ['Gọi người gửi theo số đã biết để hỏi', 'b'],
        ['Mở thư ra', 'c'],
      ]),
    },
  ],
  ['writing.rationale', { options: good.map(({ feedback: _none, ...rest }) => rest) }],
  ['writing.cognitive', { cognitive: undefined }],
  ['writing.difficulty', { difficulty: undefined }],
])('%s is found', (key, over) => {
  expect(keys(over)).toContain(key)
})

function pairs(count: number): [string, string][] {
  return good.slice(0, count).map(({ vi, en }) => [vi, en])
}

test('a key that alone takes up the words of the stem is a clue', () => {
  const clue = {
    ...stem('Khi gửi báo cáo kết quả chuyển đổi số của xã qua mạng thì nên làm gì?'),
    options: options([
      ['Gọi điện cho người nhận biết', 'Phone the receiver'],
      ['Gửi báo cáo kết quả chuyển đổi số của xã', 'Send it on'],
      ['In ra rồi cất trong tủ hồ sơ', 'Print it and put it away'],
    ]),
  }
  expect(keys(clue)).toContain('writing.clue')
})

test('what only looks like a fault is none', () => {
  expect(keys(stem('Vì sao máy không vào được mạng?'))).toEqual([])
  expect(
    keys({ options: options([...pairs(3), ['Xem lại địa chỉ người gửi', 'Look at the address']]) }),
  ).toEqual([])
  expect(keys({ purpose: 'teach', cognitive: undefined, difficulty: undefined })).toEqual([])
})

test('numbers are compared as each language writes them', () => {
  expect(numbersIn('1.500 hồ sơ, 62,5 %, ngày 05/03/2026', 'vi')).toEqual(['1500', '62·5', '5', '3', '2026'])
  expect(numbersIn('1,500 dossiers, 62.5 %, on 5/3/2026', 'en')).toEqual(['1500', '62·5', '5', '3', '2026'])
})

test('sentences end with a stop, and the last one is what is asked', () => {
  expect(sentencesIn('Bà con hỏi “Ở đâu?”. Ông/Bà trả lời. Nên nói gì?')).toHaveLength(3)
  expect(sentencesIn('Gửi trước 16:00 ngày 05/03. Được không?')).toHaveLength(2)
  expect(questionIn('Có thư lạ. Nên làm gì?')).toBe('Nên làm gì?')
})
