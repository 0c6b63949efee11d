import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parallelForms, type FormItem } from './quiz/forms'
import { isFresh, parseRoomCode, signedText, stepAt } from './attendance/room-code'
import { attendedEnough, stateOf } from './class'
import { classSchema } from './class-form'
import { eligibility } from './certificates/eligible'
import { matchPeople, type Candidate } from './people/match-people'
import { quizTime } from './quiz/times'
import { tidyTime } from './typed'

const person = (personId: string, fullName: string, over: Partial<Candidate> = {}): Candidate => ({
  personId,
  staffCode: `01321-${personId}`,
  fullName,
  birthDate: null,
  communeCode: '01321',
  communeName: 'Xã Bảo Lạc',
  ...over,
})
const people = [
  person('1', 'Nông Thị Ví'),
  person('2', 'Lục Văn An', { birthDate: '1990' }),
  person('3', 'Lục Văn An', { communeCode: '01324', communeName: 'Xã Cốc Pàng', birthDate: '1985-02-03' }),
]
const chosen = (text: string, decisions: Record<string, string> = {}) =>
  matchPeople(text, people, decisions, '2026-11-21').map((each) => each.fault ?? each.chosen)

test.each([
  ['01321-1', ['1']],
  ['nong thi vi', ['1']],
  ['1. Nông Thị Ví', ['1']],
  ['Lục Văn An', ['missing']],
  ['Lục Văn An; xã Cốc Pàng', ['3']],
  ['Lục Văn An, sinh 1985', ['3']],
  ['Lục Văn An\t03/02/1985', ['3']],
  ['01321-2\tLục Văn An', ['2']],
  ['01321-1\tLục Văn An', ['missing']],
  ['Không Có Ai', ['unknown']],
  ['01321-1\n01321-1', ['1', 'twice']],
  ['STT\tHọ và tên\n1\tNông Thị Ví', ['1']],
])('the list %j means %j', (text, expected) => {
  expect(chosen(text)).toEqual(expected)
})

test('nobody is ever given two lines, whatever the list', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(...people.flatMap((each) => [each.staffCode, each.fullName])),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const taken = matchPeople(lines.join('\n'), people, {}, '2026-11-21').flatMap((each) =>
        each.fault ? [] : [each.chosen],
      )
      expect(new Set(taken).size).toBe(taken.length)
    }),
  )
})

test.each([
  ['7h30', '07:30'],
  ['7:30', '07:30'],
  ['07 giờ 30', '07:30'],
  ['730', '07:30'],
  ['8', '08:00'],
  ['13h', '13:00'],
  ['24:00', null],
  ['7:70', null],
  ['sáng', null],
])('the time %j is %j', (text, time) => {
  expect(tidyTime(text)).toBe(time)
})

const items = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1 }),
    competency: fc.constantFrom('4.1', '4.2'),
    level: fc.integer({ min: 1, max: 6 }),
    difficulty: fc.double({ min: -3, max: 3, noNaN: true }),
    family: fc.constantFrom(null, 'a', 'b'),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
)

test('the two forms are as long as each other, share no item, and neither has two of a family', () => {
  fc.assert(
    fc.property(items, (bank: FormItem[]) => {
      const { before, after } = parallelForms(bank, ['4.1', '4.2'])
      expect(before).toHaveLength(after.length)
      expect(new Set([...before, ...after]).size).toBe(before.length + after.length)
      for (const form of [before, after]) {
        for (const competency of ['4.1', '4.2']) {
          const families = form
            .map((id) => bank.find((item) => item.id === id)!)
            .filter((item) => item.competency === competency && item.family !== null)
            .map(({ family }) => family)
          expect(new Set(families).size).toBe(families.length)
        }
      }
    }),
  )
})

test('forms of a whole bank are about as hard as each other', () => {
  const bank = Array.from({ length: 60 }, (_, i): FormItem => ({
    id: `q${i}`,
    competency: i % 2 ? '4.1' : '4.2',
    level: 1 + (i % 6),
    difficulty: -2.5 + (i % 6) + (i % 7) * 0.05,
    family: null,
  }))
  const { before, after } = parallelForms(bank, ['4.1', '4.2'])
  const hard = (form: string[]) =>
    form.reduce((sum, id) => sum + bank.find((item) => item.id === id)!.difficulty, 0) / form.length
  expect(before).toHaveLength(12)
  expect(Math.abs(hard(before) - hard(after))).toBeLessThan(0.1)
})

test('a code holds its session and minute, and is fresh for three minutes', () => {
  const at = new Date('2026-11-24T02:00:30Z')
  const code = `${signedText('abcdefghij-_', stepAt(at))}.${'x'.repeat(21)}`
  const parsed = parseRoomCode(code)!
  expect(parsed).toMatchObject({ sessionId: 'abcdefghij-_', since: Date.parse('2026-11-24T02:00:00Z') })
  expect(isFresh(parsed.since, at)).toBe(true)
  expect(isFresh(parsed.since, new Date('2026-11-24T02:02:59Z'))).toBe(true)
  expect(isFresh(parsed.since, new Date('2026-11-24T02:03:00Z'))).toBe(false)
  expect(isFresh(parsed.since, new Date('2026-11-24T01:59:59Z'))).toBe(false)
  expect(parseRoomCode(`${code}x`)).toBeNull()
})

const days = [
  { date: '2026-11-24', startsAt: '08:00', endsAt: '11:00' },
  { date: '2026-11-25', startsAt: '08:00', endsAt: '11:00' },
]

test('quizzes open and close by the first and the last session', () => {
  const at = (moment: string) => new Date(moment)
  expect(quizTime('before', days, at('2026-11-20T00:00:00Z'))).toBe('open')
  expect(quizTime('before', days, at('2026-11-24T04:00:01Z'))).toBe('over')
  expect(quizTime('after', days, at('2026-11-25T00:59:59Z'))).toBe('early')
  expect(quizTime('after', days, at('2026-11-25T01:00:00Z'))).toBe('open')
  expect(stateOf({ sessions: days, cancelledAt: 'x' }, at('2026-11-24T03:00:00Z'))).toBe('cancelled')
})

test('the share of the sessions is never rounded up', () => {
  expect(attendedEnough(4, 5, 80)).toBe(true)
  expect(attendedEnough(4, 6, 80)).toBe(false)
  expect(attendedEnough(0, 0, 1)).toBe(false)
  const asked = { sessions: 5, minShare: 80, passPercent: 50 }
  expect(eligibility(5, null, asked)).toBe('noQuiz')
  expect(eligibility(5, 0.49, asked)).toBe('notPassed')
  expect(eligibility(5, 0.5, asked)).toBe('yes')
  expect(eligibility(3, 1, asked)).toBe('absent')
})

test('a form names the session and the field that is wrong; empty rows are no sessions', () => {
  const read = classSchema.safeParse({
    titleVi: 'Lớp',
    aimVi: 'Biết làm',
    minShare: '80%',
    sessions: [
      {},
      { date: '31/02/2026', startsAt: '8h', endsAt: '7h', place: 'Hội trường' },
      { date: '05/12/2026', startsAt: '8h', endsAt: '11h30', place: 'Hội trường' },
    ],
  })
  expect(read.success).toBe(false)
  const faults = read.error!.issues.map(({ path, message }) => [path.join('.'), message])
  expect(faults).toEqual([
    ['sessions.1.date', 'form.session.date.wrong'],
    ['sessions.1.endsAt', 'form.session.order'],
  ])
})
