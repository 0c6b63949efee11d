import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from '~/assessment/item'
import type { ItemAnswer } from '~/assessment/scoring/score'
import { freshDatabase } from '../../../tests/builders/database'
import type { Manifest } from '../module'
import { recordToText, type VisitorRecord } from '../visitor'
import { limits } from './pack-file'
import { longestRecord } from './visitor-room'

await freshDatabase({ content: false })
const { readVisitorRecord, writeVisitorRecord } = await import('../visitor-cookie.server')

const both = { vi: 'x', en: 'x' }
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,11}$/), { minLength: 3, maxLength: 6 })
const quizItem = fc.record({
  kind: fc.constantFrom('single', 'multiple', 'matching', 'ordering', 'numeric'),
  ids,
})
type QuizItem = { kind: string; ids: string[] }

/** An item of the kind, with the parts that its kind has. */
function itemOf({ kind, ids }: QuizItem, n: number): Item {
  const parts = ids.map((id) => ({ id, ...both }))
  const pairs = ids.slice(1).map((id) => ({ id, left: both, right: both }))
  const extra = [{ id: ids[0]!, ...both }]
  const more = { options: parts, steps: parts, pairs, extra, answer: 1, tolerance: 0 }
  return { code: `open-q${n}`, kind, ...more } as unknown as Item
}

function answerTo({ kind, ids }: QuizItem): fc.Arbitrary<ItemAnswer | null> {
  const one = fc.constantFrom(...ids)
  const any: Record<string, fc.Arbitrary<ItemAnswer | null>> = {
    single: fc.option(one),
    multiple: fc.subarray(ids, { minLength: 1 }),
    ordering: fc.shuffledSubarray(ids, { minLength: ids.length }),
    numeric: fc.double({ noNaN: true }),
    matching: fc
      .array(one, { minLength: ids.length, maxLength: ids.length })
      .map((rights) => Object.fromEntries(ids.slice(1).map((id, i) => [id, rights[i]!]))),
  }
  return any[kind]!
}

const manifest = (draw: number, count: number): Manifest => ({
  code: 'open',
  version: 1,
  title: both,
  aim: both,
  for: ['citizen'],
  competencies: [],
  requires: [],
  practice: [],
  lessons: ['one', 'the-longest'].map((code) => ({ code, minutes: 1, title: both, aim: both })),
  quiz: { pass: 80, draw, items: Array.from({ length: count }, (_, n) => `open-q${n}`) },
  moved: { gone: 'open/one' },
})

const quiz = fc.array(quizItem, { minLength: 1, maxLength: 12 }).chain((pool) =>
  fc.record({
    pool: fc.constant(pool),
    places: fc.shuffledSubarray([...pool.keys()], { minLength: 1 }),
    answers: fc.tuple(...pool.map(answerTo)),
  }),
)

function recordOf({ places, answers, pool }: { places: number[]; answers: unknown[]; pool: unknown[] }) {
  const done = { lastAt: 2e9, passedAt: 2e9, passedVersion: 12, finishedAt: 2e9, finishedVersion: 12 }
  const attempt = {
    id: 'vabcdef0123',
    number: 17,
    versionId: 'open@12',
    items: places,
    answers: places.map((place): [ItemAnswer] => [answers[place] as ItemAnswer]),
    asked: '1'.repeat(pool.length),
  }
  const read = ['one', 'the-longest', 'gone']
  return { open: { read, lastLesson: 'gone', bestScore: 0.6667, ...done, attempt } } satisfies VisitorRecord
}

test('no quiz that somebody has answered takes more room than was counted for it', () => {
  fc.assert(
    fc.property(quiz, ({ pool, places, answers }) => {
      const items = new Map(pool.map((each, n) => [`open-q${n}`, itemOf(each, n)]))
      const counted = longestRecord(manifest(places.length, pool.length), items)
      expect(recordToText(recordOf({ places, answers, pool })).length).toBeLessThanOrEqual(counted)
    }),
    { numRuns: 300 },
  )
})

test('a record as long as a quiz may be comes back whole from the cookie', async () => {
  const record = (answer: string): VisitorRecord => recordOf({ places: [0], answers: [answer], pool: [1] })
  const room = limits.visitorText - recordToText(record('')).length
  const full = { ...record('a'.repeat(room)) }
  expect(recordToText(full)).toHaveLength(limits.visitorText)
  let cookie = ''
  await writeVisitorRecord({ setCookie: (value) => (cookie = value.split(';')[0]!) }, full, 'open')
  expect(await readVisitorRecord(cookie)).toEqual(full)
})
