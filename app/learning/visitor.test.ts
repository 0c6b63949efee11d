import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholePercent } from './quiz/attempt'
import {
  fitted,
  newVisitorModule,
  recordFromText,
  recordToText,
  visitorProgress,
  type VisitorRecord,
} from './visitor'

const code = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,6})?$/)
const time = fc.integer({ min: 0, max: 4_000_000_000 })
const answer = fc.oneof(
  fc.constantFrom('a', 'b', null, 12, 0.5),
  fc.subarray(['a', 'b', 'c']),
  fc.constant({ p1: 'p2', p2: 'x1' }),
)
const anyRecord: fc.Arbitrary<VisitorRecord> = fc.dictionary(
  code,
  fc.record({
    read: fc.uniqueArray(code, { maxLength: 12 }),
    lastLesson: fc.option(code),
    lastAt: time,
    bestScore: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
    passedAt: fc.option(time),
    passedVersion: fc.option(fc.integer({ min: 1, max: 99 })),
    finishedAt: fc.option(time),
    finishedVersion: fc.option(fc.integer({ min: 1, max: 99 })),
    attempt: fc.option(
      fc.record({
        id: fc.stringMatching(/^v[0-9a-f]{10}$/),
        number: fc.integer({ min: 1, max: 40 }),
        versionId: code.map((each) => `${each}@2`),
        items: fc.array(fc.nat(20), { maxLength: 12 }),
        answers: fc.array(
          fc.oneof(
            fc.constant<[]>([]),
            answer.map((each): [typeof each] => [each]),
          ),
          { maxLength: 12 },
        ),
        asked: fc.stringMatching(/^\d{0,20}$/),
      }),
    ),
  }),
  { maxKeys: 12, noNullPrototype: true },
)

describe('the text of a record', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(recordFromText(recordToText(record))).toEqual(record)
      }),
    )
  })

  it.each([
    '',
    '{}',
    '[1]',
    '[["trial"]]',
    '[["trial",[],null,-1,null,null,null,null,null,null]]',
    'null',
    '💥',
  ])('%j holds no record', (text) => expect(recordFromText(text)).toBeNull())
})

it('shows the same per cent after the cookie as before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(120), (count, quarters) => {
      const bestScore = Math.min(1, quarters / 4 / count)
      const record = { trial: { ...newVisitorModule(1), bestScore } }
      const kept = recordFromText(recordToText(record))!.trial!.bestScore!
      expect(wholePercent(kept)).toBe(wholePercent(bestScore))
    }),
  )
  const close = { trial: { ...newVisitorModule(1), bestScore: 0.79996 } }
  expect(wholePercent(recordFromText(recordToText(close))!.trial!.bestScore!)).toBe(79)
})

describe('a record that grows too long', () => {
  it('fits, keeps the module at work whole, and loses attempts before the rest', () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 600, max: 2500 }), (record, max) => {
        const [keep] = Object.keys(record)
        if (keep === undefined || recordToText({ [keep]: record[keep]! }).length > max) return
        const kept = fitted(record, keep, max)
        expect(recordToText(kept).length).toBeLessThanOrEqual(max)
        expect(kept[keep]).toEqual(record[keep])
        const lost = Object.keys(record).length - Object.keys(kept).length
        if (lost > 0)
          for (const each of Object.keys(kept)) if (each !== keep) expect(kept[each]!.attempt).toBeNull()
      }),
    )
  })

  it('stays as it is where it fits, and what was left longest ago goes first', () => {
    const known = (lastAt: number) => ({
      read: ['x'.repeat(200)],
      lastLesson: null,
      lastAt,
      bestScore: null,
      passedAt: null,
      finishedAt: null,
      attempt: null,
    })
    const record = { old: known(1), at: known(2), new: known(3) }
    expect(fitted(record, 'at', 2500)).toEqual(record)
    expect(Object.keys(fitted(record, 'at', 600))).toEqual(['at', 'new'])
  })
})

it('tells progress with moments, and nothing of a module that was not begun', () => {
  const record = recordFromText(
    '[["trial",["one"],"two",1700000000,0.5,1700000000,2,null,null,null],["other",["x"],null,1,null,null,null,null,null,null]]',
  )!
  expect(visitorProgress(record, 'trial')).toEqual({
    moduleCode: 'trial',
    read: ['trial/one', 'other/x'],
    lastLesson: 'two',
    lastAt: '2023-11-14T22:13:20.000Z',
    bestScore: 0.5,
    passedAt: '2023-11-14T22:13:20.000Z',
    passedVersion: 2,
    finishedAt: null,
    finishedVersion: null,
  })
  expect(visitorProgress(record, 'toString')).toBeNull()
})
