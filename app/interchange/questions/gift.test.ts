import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../../tests/builders/draft-items'
import { draftItemSchema } from '~/assessment/item'
import { questionLimits } from './found'
import { readGift } from './gift'
import { foldersOf, pathOf } from './gift-blocks'
import { longestQuestion } from './plain-text'

const fixture = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../../tests/fixtures/questions/gift', name), 'utf8')
const read = (text: string) => readGift(text, 'vi').questions
const one = (text: string) => {
  const [found, ...others] = read(text)
  expect(others).toEqual([])
  return { ...found!, keys: found!.losses.map(({ key }) => key) }
}
const said = (text: string) => ({ vi: text, en: '' })

test('every kind of question of the format is read', () => {
  const { questions, problem } = readGift(fixture('moodle-docs.txt'), 'vi')
  expect(problem).toBeNull()
  expect(questions.map(({ line, name, item }) => [line, name, item?.kind ?? null])).toEqual([
    [5, 'Q1', 'single'],
    [8, 'Q2', 'single'],
    [12, 'Q3', 'gaps'],
    [15, 'Q4', 'matching'],
    [18, 'Q5', 'numeric'],
    [21, 'Q6', 'numeric'],
    [24, 'Q7', 'numeric'],
    [30, 'Q8', 'essay'],
    [32, null, null],
    [34, 'Q10', 'single'],
    [43, null, 'multiple'],
    [50, 'Missing word', 'gaps'],
    [52, null, 'single'],
    [54, 'Ngoại lệ', 'short'],
  ])
  expect(questions[0]!.category).toEqual(['Kỹ năng số', 'An toàn / mạng'])
  expect(questions[10]!.category).toEqual(['Kỹ năng số', 'Tài liệu'])
  expect(questions[1]!.item?.code).toBe('4.1-2a')
  expect(questions.map(({ losses }) => losses.map(({ key }) => key))).toEqual([
    ...[[], ['loss.tags'], [], [], [], []],
    ['loss.generalFeedback', 'loss.generalFeedback', 'loss.moreAnswers'],
    ...[['loss.rubric'], ['loss.description'], ['loss.format', 'loss.html'], [], [], []],
    ['loss.wildcard', 'loss.generalFeedback'],
  ])
})

test('a bad question costs itself, and is told with its line', () => {
  const questions = read(fixture('by-hand.gift'))
  expect(
    questions.map(({ line, item, losses }) => [line, item?.kind ?? losses[0]!.key, losses[0]?.values?.line]),
  ).toEqual([
    [2, 'single', undefined],
    [8, 'gift.open', 8],
    [10, 'gift.close', 10],
    [12, 'gift.twice', 12],
    [14, 'gift.weight', 14],
    [16, 'numeric', undefined],
    [18, 'gift.syntax', 18],
    [20, 'single', undefined],
    [22, 'short', undefined],
    [24, 'single', undefined],
    [26, 'multiple', undefined],
  ])
})

describe('a choice', () => {
  test('with partial credit keeps weights, feedback and general feedback', () => {
    expect(one('::T::Câu {=a#đúng ~%50%b ~c#sai ####vì}').item).toMatchObject({
      name: 'T',
      kind: 'single',
      stem: said('Câu'),
      explanation: said('vì'),
      options: [
        { id: 'a', ...said('a'), correct: true, weight: 100, feedback: said('đúng') },
        { id: 'b', ...said('b'), weight: 50 },
        { id: 'c', ...said('c'), feedback: said('sai') },
      ],
    })
  })

  test('of several with even shares needs no weights: it is scored so anyway', () => {
    const { item } = one('Câu {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-33.33333%d}')
    expect(item).toMatchObject({ kind: 'multiple' })
    expect(JSON.stringify(item)).not.toContain('weight')
    expect(one('Câu {~%50%a ~%50%b ~%-100%c}').item).toMatchObject({
      options: [{ weight: 50, correct: true }, { weight: 50 }, { weight: -100 }],
    })
  })

  test('with several = is of several, which is told', () => {
    expect(one('Câu {=a =b ~c}')).toMatchObject({ item: { kind: 'multiple' }, keys: ['gift.severalRight'] })
  })

  test('without a key is taken, and told', () => {
    expect(one('Câu {~a ~b}')).toMatchObject({ item: { kind: 'single' }, keys: ['loss.noKey'] })
  })

  test('may hold an arrow, and words that begin with T', () => {
    expect(one('Câu {=a -> b ~c}').item).toMatchObject({
      kind: 'single',
      options: [said('a -> b'), said('c')],
    })
    expect(one('Câu {Tháng ba}').item).toMatchObject({ kind: 'short', answers: [said('Tháng ba')] })
  })
})

test.each([
  ['{T}', 0],
  ['{ TRUE }', 0],
  ['{true#sai rồi#giỏi}', 0],
  ['{Đúng}', 0],
  ['{F}', 1],
  ['{Sai}', 1],
  ['{False####vì thế}', 1],
])('%s is a choice of true and false in both languages', (answers, right) => {
  const { item } = one(`Trái đất tròn ${answers}`)
  expect(item).toMatchObject({
    kind: 'single',
    options: [
      { vi: 'Đúng', en: 'True' },
      { vi: 'Sai', en: 'False' },
    ],
  })
  if (item?.kind === 'single') expect(item.options.findIndex(({ correct }) => correct)).toBe(right)
})

test('the first feedback of true/false is for a wrong response', () => {
  expect(one('Câu {F#xem lại#giỏi}').item).toMatchObject({
    options: [{ feedback: said('xem lại') }, { correct: true, feedback: said('giỏi') }],
  })
})

test.each([
  ['{#3:2}', 3, 2],
  ['{#1..5}', 3, 2],
  ['{#0.1..0.3}', 0.2, 0.1],
  ['{#-5}', -5, 0],
  ['{# 3,14 : 0,01}', 3.14, 0.01],
  ['{#=%50%1:1 =7:0.5 #ừ}', 7, 0.5],
])('%s is %d within %d', (answers, answer, tolerance) => {
  expect(one(`Số ${answers}`).item).toMatchObject({ kind: 'numeric', answer, tolerance })
})

test('missing word keeps its text around the gap, whatever stands in it', () => {
  expect(one('Có \\{g1\\}: {~a =b}, hết.').item).toMatchObject({
    kind: 'gaps',
    text: said('Có {g1}: {g2}, hết.'),
    gaps: [{ id: 'g2', options: [said('a'), { ...said('b'), correct: true }] }],
  })
  expect(one('[html]<p>Thủ đô là {=Hà Nội}.</p><p>Hết</p>').item).toMatchObject({
    text: said('Thủ đô là {g1}.\nHết'),
  })
  expect(one('Năm {#1945} giành độc lập').item).toMatchObject({
    kind: 'numeric',
    stem: said('Năm _____ giành độc lập'),
  })
})

test('HTML becomes text, what could run is gone and told, pictures are told', () => {
  const found = one(
    '[html]<p onclick\\="x()">Xem <b>hình</b> <img src\\="a.png"></p><script>alert(1)</script>{=a ~b}',
  )
  expect(found.item).toMatchObject({ stem: said('Xem hình') })
  expect(found.keys).toEqual(['loss.format', 'loss.html', 'loss.pictureMissing'])
  expect(one('[plain]a <b> c{=a ~b}').item?.stem.vi).toBe('a <b> c')
  expect(one('nếu a < b và c > d {=a ~b}').item?.stem.vi).toBe('nếu a < b và c > d')
})

test('escapes are undone, colons need none, comments are left out', () => {
  expect(
    one('// một\nGiờ: 7:30 \\~\\=\\#\\{\\}\\:\\\\ C\\đ\\nhai // ba{=a:b ~c}\n  // cuối').item,
  ).toMatchObject({
    stem: said('Giờ: 7:30 ~=#{}:\\ C\\đ\nhai // ba'),
    options: [said('a:b'), said('c')],
  })
})

test.each(['\n', '\r\n', '\r'])('line ends %j are all the same', (end) => {
  expect(read(['::a::x {', '=b', '', '~c', '}', '', '', 'y {T}'].join(end)).map(({ line }) => line)).toEqual([
    1, 8,
  ])
})

test('category paths name folders, and the other way round', () => {
  expect(foldersOf(' $course$/top/a // b/ c ')).toEqual(['a / b', 'c'])
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b/c', 'ế', '$')), (folders) => {
      expect(foldersOf(pathOf(['x', ...folders]))).toEqual(['x', ...folders])
    }),
  )
})

test.each([
  ['', 'fault.empty'],
  ['Một đoạn văn.', 'fault.notFormat'],
  ['a {T}\0', 'fault.notFormat'],
  ['x'.repeat(questionLimits.bytes + 1), 'fault.tooBig'],
  ['a {T}\n\n'.repeat(questionLimits.questions + 1), 'fault.tooMany'],
])('a file that is none is refused (%#)', (text, key) => {
  expect(readGift(text, 'vi')).toMatchObject({ questions: [], problem: { key } })
})

test('a text longer than any question is not parsed', () => {
  expect(one('{'.repeat(longestQuestion + 1)).keys).toEqual(['text.long'])
})

test('any text at all is read into items that a draft can hold', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (stem, answers, after) => {
      for (const { item, losses } of read(`${stem}{${answers}}${after}`)) {
        if (item) draftItemSchema.parse(item)
        else expect(losses).not.toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})
