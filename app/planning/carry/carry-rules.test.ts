import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignSeats, clashes } from './assign'
import { countsOf, sortLines, spentOf, type PlannedRow } from './follow-up'
import { dueLetters, isWaiting, letterState, toldOf } from './letter'
import { letterWords, mailText, type LetterFacts } from './letter-words'
import { nameBy } from './name-by'
import { partsOfDay, sessionsOn } from './session-times'
import { stateFault, type ApprovalState } from './approvable'

const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

describe('the parts of a day', () => {
  it('keeps half a day in the morning and parts a whole one at noon', () => {
    expect(partsOfDay(3)).toEqual([{ startsAt: '08:00', endsAt: '11:00' }])
    expect(partsOfDay(4)).toEqual([{ startsAt: '07:30', endsAt: '11:30' }])
    expect(partsOfDay(6.5)).toEqual([
      { startsAt: '08:00', endsAt: '11:30' },
      { startsAt: '13:30', endsAt: '16:30' },
    ])
  })

  it('holds the hours that were asked for, on one day', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 10, noNaN: true }), (hours) => {
        const parts = partsOfDay(hours)
        const held = parts.reduce((sum, part) => sum + minutes(part.endsAt) - minutes(part.startsAt), 0)
        expect(Math.abs(held - hours * 60)).toBeLessThanOrEqual(5)
        expect(
          parts.every(
            ({ startsAt, endsAt }) => '06:00' <= startsAt && startsAt < endsAt && endsAt <= '18:45',
          ),
        ).toBe(true)
      }),
    )
  })

  it('spreads a module over its days', () => {
    const at = { hoursPerDay: 6, place: 'Hội trường', trainer: 'Bà Dạy' }
    const sessions = sessionsOn({ ...at, hours: 9, days: ['2027-01-06', '2027-01-05'] })
    expect(sessions.map(({ date, startsAt, endsAt }) => [date, startsAt, endsAt])).toEqual([
      ['2027-01-05', '08:00', '11:30'],
      ['2027-01-05', '13:30', '16:00'],
      ['2027-01-06', '08:00', '11:00'],
    ])
  })
})

it('asks for names a week ahead, three days after the approval at the earliest, before the class', () => {
  expect(nameBy('class', '2027-01-20', '2026-12-01')).toBe('2027-01-13')
  expect(nameBy('visit', '2026-12-08', '2026-12-03')).toBe('2026-12-06')
  expect(nameBy('class', '2026-12-05', '2026-12-03')).toBe('2026-12-04')
  expect(nameBy('online', '2027-03-31', '2026-12-01')).toBe('2026-12-15')
})

describe('seats by position', () => {
  const quotas = [
    { positionCode: 'a', seats: 2 },
    { positionCode: 'b', seats: 1 },
  ]
  const person = (personId: string, ...positionCodes: string[]) => ({ personId, positionCodes })

  it('takes the main position first, then a further one; whoever is left stands in', () => {
    const people = [person('1', 'a'), person('2', 'a', 'b'), person('3', 'a'), person('4')]
    expect(assignSeats(quotas, people)).toEqual({ taken: { a: 2, b: 0 }, substitutes: ['3', '4'], left: -1 })
    expect(assignSeats(quotas, [person('1', 'a'), person('2', 'a'), person('3', 'a', 'b')])).toEqual({
      taken: { a: 2, b: 1 },
      substitutes: [],
      left: 0,
    })
  })

  it('never gives a position more than its seats, and counts everybody once', () => {
    const someone = fc.record({
      personId: fc.uuid(),
      positionCodes: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(someone, { selector: ({ personId }) => personId, maxLength: 8 }),
        (people) => {
          const { taken, substitutes, left } = assignSeats(quotas, people)
          expect(taken.a).toBeLessThanOrEqual(2)
          expect(taken.b).toBeLessThanOrEqual(1)
          expect(taken.a! + taken.b! + substitutes.length).toBe(people.length)
          expect(left).toBe(3 - people.length)
        },
      ),
    )
  })

  it('tells classes that nobody can be at both', () => {
    const at = (date: string, startsAt: string, endsAt: string, place: string) => ({
      date,
      startsAt,
      endsAt,
      place,
    })
    const morning = [at('2027-01-05', '08:00', '11:30', 'A')]
    expect(clashes(morning, [at('2027-01-05', '11:00', '12:00', 'A')])).toBe(true)
    expect(clashes(morning, [at('2027-01-05', '13:30', '16:00', 'A')])).toBe(false)
    expect(clashes(morning, [at('2027-01-05', '13:30', '16:00', 'B')])).toBe(true)
    expect(clashes(morning, [at('2027-01-06', '08:00', '11:30', 'A')])).toBe(false)
  })
})

describe('letters', () => {
  const session = { date: '2027-01-05', startsAt: '08:00', endsAt: '11:30', place: 'A' }
  const told = toldOf([session])
  const summons = { told, classId: 'c', communeCode: '1', kind: 'summons' as const }

  it('follow a change once, and a cancellation for good', () => {
    const moved = toldOf([{ ...session, date: '2027-01-06' }])
    expect(moved).not.toBe(told)
    expect(toldOf([session, { ...session, date: '2027-01-06' }])).toBe(
      toldOf([{ ...session, date: '2027-01-06' }, session]),
    )
    expect(dueLetters([summons], [{ classId: 'c', told }])).toEqual([])
    const change = { classId: 'c', communeCode: '1', kind: 'change' as const }
    expect(dueLetters([summons], [{ classId: 'c', told: moved }])).toEqual([change])
    const followed = [summons, { ...change, told: moved }]
    expect(dueLetters(followed, [{ classId: 'c', told: moved }])).toEqual([])
    expect(dueLetters(followed, [{ classId: 'c', told }])).toEqual([change])
    expect(dueLetters(followed, [])).toEqual([{ ...change, kind: 'cancellation' }])
    const gone = { ...change, kind: 'cancellation' as const, told }
    expect(dueLetters([...followed, gone], [{ classId: 'c', told: null }])).toEqual([])
  })

  it('say where they are', () => {
    expect(letterState({ mailId: null, handedAt: null }, null)).toBe('toPrint')
    expect(letterState({ mailId: null, handedAt: '2027-01-01' }, null)).toBe('handed')
    expect(letterState({ mailId: 'm', handedAt: null }, 'queued')).toBe('queued')
    expect(letterState({ mailId: 'm', handedAt: null }, null)).toBe('sent')
    const letter = { state: 'failed', readAt: null, kind: 'summons', over: false, full: false } as const
    expect(isWaiting(letter)).toBe(true)
    expect(isWaiting({ ...letter, state: 'queued' })).toBe(false)
    expect(isWaiting({ ...letter, state: 'toPrint', readAt: '2027-01-01' })).toBe(false)
    expect(isWaiting({ ...letter, over: true })).toBe(false)
    expect(isWaiting({ ...letter, full: true })).toBe(false)
    expect(isWaiting({ ...letter, full: true, kind: 'change' })).toBe(true)
  })

  it('tell a commune everything that it needs, in words of its own language', () => {
    const facts: LetterFacts = {
      ...{ kind: 'summons', commune: 'Xã Bảo Lạc', province: 'Tỉnh Cao Bằng', delivery: 'class', reason: '' },
      title: { vi: 'Ký số', en: 'Signing' },
      sessions: [
        { ...session, trainer: 'Bà Dạy' },
        { ...session, startsAt: '13:30', endsAt: '16:00', trainer: 'Bà Dạy' },
      ],
      quotas: [{ position: { vi: 'Văn phòng', en: 'Office' }, seats: 2 }],
      nameBy: '2026-12-29',
    }
    const text = mailText(letterWords('vi', facts, 'https://itoso.vn/communes/01321/seats'), 'Tỉnh Cao Bằng')
    for (const part of [
      'Xã Bảo Lạc',
      'Ký số',
      '05/01/2027, 08:00–11:30, 13:30–16:00',
      'Văn phòng: 2',
      '29/12/2026',
      '/communes/01321/seats',
    ])
      expect(text).toContain(part)
    const cancelled = letterWords('vi', { ...facts, kind: 'cancellation', reason: 'Phòng ngập nước' }, 'x')
    expect(mailText(cancelled, '')).toContain('Lý do: Phòng ngập nước')
    expect(mailText(cancelled, '')).not.toContain('Cử người trước')
    expect(letterWords('en', { ...facts, kind: 'change' }, 'x').facts.map(([term]) => term)).toContain(
      'New time',
    )
  })
})

describe('the follow-up', () => {
  const row = (classId: string, state: PlannedRow['state'], over: Partial<PlannedRow> = {}): PlannedRow => ({
    ...{ classId, state, cost: 10, expected: 1, overdue: false, waiting: [] },
    quotas: [
      { communeCode: '1', seats: 3 },
      { communeCode: '2', seats: 2 },
    ],
    ...over,
  })
  const seat = (classId: string, commune: string, over = {}) => ({
    ...{ classId, commune, late: false, attended: false, completed: false },
    ...over,
  })

  it('adds up by class, by commune and together; a cancelled class has seats nowhere else', () => {
    const rows = [
      row('a', 'ended', { waiting: ['1'] }),
      row('b', 'cancelled'),
      row('c', 'planned', { overdue: true }),
    ]
    const people = [
      seat('a', '1', { attended: true, completed: true }),
      seat('a', '2', { attended: true, late: true }),
      seat('b', '1', { attended: true }),
      seat('c', '9'),
    ]
    expect(countsOf(rows, people)).toEqual({
      ...{ classes: 3, seats: 10, cancelled: 5, named: 3, late: 1, missing: 7 },
      ...{ attended: 2, completed: 1, letters: 1 },
    })
    expect(countsOf(rows, people, { commune: '1' })).toMatchObject({
      seats: 6,
      named: 1,
      cancelled: 3,
      letters: 1,
    })
    expect(countsOf(rows, people, { classId: 'c' })).toMatchObject({ seats: 5, named: 1, missing: 4 })
    expect(spentOf(rows)).toEqual({ spent: 10, toCome: 10, freed: 10 })
  })

  it('sorts by a figure both ways and leaves equal lines in their order', () => {
    const line = (text: string, named: number) => ({
      ...{ text, first: text },
      counts: { ...countsOf([], []), named },
    })
    const lines = [line('x', 1), line('y', 3), line('z', 1)]
    const names = (sorted: typeof lines) => sorted.map(({ text }) => text).join('')
    const compare = (a: string, b: string) => (a < b ? -1 : 1)
    expect(names(sortLines(lines, 'named', 'asc', compare))).toBe('xzy')
    expect(names(sortLines(lines, 'named', 'desc', compare))).toBe('yxz')
    expect(names(sortLines(lines, 'name', 'desc', compare))).toBe('zyx')
    expect(names(sortLines(lines, 'when', 'asc', compare))).toBe('xyz')
  })
})

it('lets a plan be approved only by the very result that was read', () => {
  const state: ApprovalState = {
    plan: 'draft',
    scenario: 'solved',
    revision: 3,
    solvedRevision: 3,
    feasible: true,
  }
  expect(stateFault(state, 3)).toBeNull()
  expect(stateFault(state, 2)).toBe('changed')
  expect(stateFault({ ...state, revision: 4 }, 3)).toBe('stale')
  expect(stateFault({ ...state, plan: 'closed' }, 3)).toBe('approved')
  expect(stateFault({ ...state, scenario: 'editing', solvedRevision: null })).toBe('notSolved')
  expect(stateFault({ ...state, scenario: 'failed' })).toBe('notSolved')
  expect(stateFault({ ...state, feasible: false })).toBe('infeasible')
})
