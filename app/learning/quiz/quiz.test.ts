import { beforeEach, describe, expect, it } from 'vitest'
import { browser, type Browser } from '../../../tests/builders/browser'
import { actor, person, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { items } from '../../../tests/builders/items'
import { storedModule, teachingItem } from '../../../tests/builders/module'
import { rightEntries } from '../../../tests/builders/right-entries'
import { refusal } from '../../../tests/builders/refusal'
import type { ModuleVersion } from '../module'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { erasePerson } = await import('~/campaigns/erase-person.server')
const { finishLesson, progressOf } = await import('../progress.server')
const { answerQuestion } = await import('./answer-question.server')
const { quizQuestion, quizResult, quizStart } = await import('./quiz-pages.server')
const { startAttempt } = await import('./start-attempt.server')

const someone = () => person({ provinceCode: '04', communeCode: '01321', positionCode: 'office-statistics' })
let count = 0
let module: ModuleVersion
beforeEach(async () => {
  module = await storedModule({ code: `quiz-${++count}`, for: ['citizen'] })
})

const start = async (at: Browser, of = module) => startAttempt(await at.learner(), of, await at.context())
const page = async (at: Browser, number: number, of = module) =>
  quizQuestion(await at.learner(), of, String(number), 'vi')!
const result = async (at: Browser, of = module) => quizResult(await at.learner(), of, 'vi')
const before = async (at: Browser, of = module) => quizStart(await at.learner(), of, 'vi')

async function answer(
  at: Browser,
  number: number,
  v: string[],
  over: { attemptId?: string } = {},
  of = module,
) {
  const { attemptId } = await page(at, number, of)
  const input = { number, attemptId, entries: { v }, ...over }
  return answerQuestion(await at.learner(), of, input, await at.context())
}

describe.each(['person', 'visitor'] as const)('a quiz taken by a %s', (kind) => {
  const newcomer = async () => browser(kind === 'person' ? await someone() : null)

  it('begins once, however often the start is sent', async () => {
    const at = await newcomer()
    expect(await page(at, 1)).toBeNull()
    const { id } = await start(at)
    expect((await start(at)).id).toBe(id)
    await answer(at, 1, ['b'])
    expect((await start(at)).id).toBe(id)
    expect((await before(at)).running).toEqual({
      id,
      number: 1,
      next: 2,
      answered: 1,
      count: 4,
      older: false,
    })
  })

  it('shows a question without its key, then every option with its why', async () => {
    const at = await newcomer()
    await start(at)
    const asked = await page(at, 1)
    expect(asked).toMatchObject({ number: 1, count: 4, asked: { kind: 'question' } })
    expect(JSON.stringify(asked)).not.toMatch(/correct|feedback|Nhận xét|Vì sao/)
    expect(await answer(at, 1, ['a'])).toEqual({ kind: 'saved' })
    const told = await page(at, 1)
    expect(told).toMatchObject({
      next: 2,
      asked: { kind: 'feedback', feedback: { verdict: 'wrong', score: 0 } },
    })
    expect(JSON.stringify(told).match(/Nhận xét [abc]/g)).toEqual(['Nhận xét a', 'Nhận xét b', 'Nhận xét c'])
  })

  it('keeps the first answer: the same again changes nothing, another one is told so', async () => {
    const at = await newcomer()
    await start(at)
    await answer(at, 1, ['a'])
    expect(await answer(at, 1, ['a'])).toEqual({ kind: 'saved' })
    expect(await answer(at, 1, ['b'])).toEqual({ kind: 'kept' })
    expect(await answer(at, 1, [])).toEqual({ kind: 'kept' })
    expect((await page(at, 1)).asked).toMatchObject({ feedback: { verdict: 'wrong' } })
  })

  it('says what is wrong with an answer and saves nothing', async () => {
    const at = await newcomer()
    await start(at)
    expect(await answer(at, 1, [])).toEqual({ kind: 'fault', fault: 'chooseOrUnknown' })
    expect(await answer(at, 1, ['zz'])).toMatchObject({ kind: 'fault', fault: 'notAnOption' })
    expect(await answer(at, 1, ['b', '?'])).toMatchObject({ kind: 'fault', fault: 'unknownAndMore' })
    expect((await page(at, 1)).asked.kind).toBe('question')
  })

  it('ends with the last answer, in whatever order they come, and tells what to read again', async () => {
    const at = await newcomer()
    await start(at)
    for (const number of [3, 4, 1]) await answer(at, number, ['b'])
    expect(await result(at)).toBeNull()
    expect((await page(at, 4)).next).toBe(2)
    await answer(at, 2, ['?'])
    expect((await page(at, 2)).next).toBe(3)
    expect((await page(at, 4)).next).toBeNull()
    const ended = await result(at)
    expect(ended).toMatchObject({ points: 3, count: 4, score: 0.75, passed: true, finished: false })
    expect(ended!.questions.map(({ verdict }) => verdict)).toEqual(['right', 'unknown', 'right', 'right'])
    expect(ended!.again).toHaveLength(1)
    expect(ended!.nextLesson).toMatchObject({ code: 'one', left: 2 })
  })

  it('can be taken again: the best score stays, and what was sent for the first attempt does not count', async () => {
    const at = await newcomer()
    const first = await start(at)
    for (const number of [1, 2, 3, 4]) await answer(at, number, ['b'])
    const second = await start(at)
    expect(second).toMatchObject({ number: 2 })
    expect(second.id).not.toBe(first.id)
    expect(await answer(at, 1, ['b'], { attemptId: first.id })).toEqual({ kind: 'stale' })
    for (const number of [1, 2, 3, 4]) await answer(at, number, ['?'])
    expect(await result(at)).toMatchObject({ attempt: 2, score: 0, passed: false, best: 1 })
    expect(await before(at)).toMatchObject({ best: 1, passed: 'now', running: null })
  })

  it('asks in a second attempt what the first left out', async () => {
    const many = await storedModule({
      code: `many-${count}`,
      for: ['citizen'],
      items: ['4.1', '4.1', '4.2', '4.2'].map((competency, i) =>
        teachingItem(`many-${count}-q${i}`, { competency }),
      ),
      draw: 2,
    })
    const at = await newcomer()
    const first = await start(at, many)
    for (const number of [1, 2]) await answer(at, number, ['b'], {}, many)
    const second = await start(at, many)
    expect(new Set([...first.items, ...second.items]).size).toBe(4)
    for (const number of [1, 2]) await answer(at, number, ['b'], {}, many)
    expect((await start(at, many)).items).toHaveLength(2)
  })

  it('goes on as it began when a new version appears, and the next attempt asks the new one', async () => {
    const at = await newcomer()
    const { id } = await start(at)
    await answer(at, 1, ['b'])
    const next = await storedModule({
      code: module.code,
      version: 2,
      for: ['citizen'],
      lessons: ['one', 'two', 'three'],
      items: [teachingItem(`${module.code}-n1`), teachingItem(`${module.code}-n2`)],
    })
    for (const lesson of ['one', 'two'])
      await finishLesson(await at.learner(), next, lesson, await at.context())
    expect(await page(at, 2, next)).toMatchObject({ attemptId: id, count: 4 })
    for (const number of [2, 3, 4]) await answer(at, number, ['b'], {}, next)
    // Read and passed is the version that the person began with: that is finished.
    expect(progressOf(await at.learner(), module.code)?.finishedAt).not.toBeNull()
    expect(await start(at, next)).toMatchObject({ versionId: next.id, number: 2 })
    expect(await page(at, 1, next)).toMatchObject({ count: 2 })
  })

  it('can be begun anew with a new version: the attempt left behind is never ended and does not count', async () => {
    const at = await newcomer()
    const { id } = await start(at)
    for (const number of [1, 2, 3]) await answer(at, number, ['b'])
    const next = await storedModule({
      code: module.code,
      version: 2,
      for: ['citizen'],
      items: [teachingItem(`${module.code}-n1`), teachingItem(`${module.code}-n2`)],
      pass: 50,
    })
    expect(await before(at, next)).toMatchObject({ pass: 75, running: { id, count: 4, older: true } })
    const anew = async (giveUp: string) => startAttempt(await at.learner(), next, await at.context(), giveUp)
    expect((await anew('another')).id).toBe(id)
    const fresh = await anew(id)
    expect(fresh).toMatchObject({ versionId: next.id, number: 2 })
    expect((await anew(id)).id).toBe(fresh.id)
    expect((await anew(fresh.id)).id).toBe(fresh.id)
    expect(await before(at, next)).toMatchObject({
      pass: 50,
      best: null,
      past: [],
      running: { older: false, answered: 0 },
    })
    expect(await answer(at, 1, ['b'], { attemptId: id }, next)).toEqual({ kind: 'stale' })
  })

  it('says when only the quiz of an earlier version was passed', async () => {
    const at = await newcomer()
    await start(at)
    for (const number of [1, 2, 3, 4]) await answer(at, number, ['b'])
    const next = await storedModule({ code: module.code, version: 2, for: ['citizen'] })
    expect(await before(at, next)).toMatchObject({ passed: 'before', finished: false })
    expect(await result(at, next)).toMatchObject({ passed: true, newer: true, nextLesson: { left: 2 } })
    for (const lesson of ['one', 'two'])
      await finishLesson(await at.learner(), next, lesson, await at.context())
    expect(await result(at, next)).toMatchObject({ finished: true, newer: true, nextLesson: null })
  })

  it('works with thirty questions of the longest kinds', async () => {
    const code = `thirty-${count}`
    const kinds = [items.matching, items.multiple, items.ordering]
    const thirty = Array.from({ length: 30 }, (_, i) => {
      const each = `${code}-${kinds[i % 3]!().kind}-${i}`
      return { ...kinds[i % 3]!(), id: `${each}@1`, code: each, purpose: 'teach' as const }
    })
    const long = await storedModule({ code, for: ['citizen'], items: thirty })
    const at = await newcomer()
    const attempt = await start(at, long)
    expect(attempt.items).toHaveLength(30)
    for (const [i, id] of attempt.items.entries()) {
      const { asked, attemptId } = await page(at, i + 1, long)
      if (asked.kind !== 'question') throw new Error('answered already')
      const input = { number: i + 1, attemptId, entries: rightEntries(asked.view, id) }
      await answerQuestion(await at.learner(), long, input, await at.context())
      expect(at.set.at(-1)?.length ?? 0).toBeLessThan(3500)
    }
    expect(await result(at, long)).toMatchObject({ count: 30, score: 1, passed: true })
  })

  it('asks every kind of item, and reads each answer as the page named its parts', async () => {
    const kinds = Object.entries(items).map(([name, make]) => {
      const code = `${module.code}-${name}`
      return { ...make(), id: `${code}@1`, code, purpose: 'teach' as const }
    })
    const all = await storedModule({ code: `kinds-${count}`, for: ['citizen'], items: kinds })
    const at = await newcomer()
    const attempt = await start(at, all)
    for (const [i, id] of attempt.items.entries()) {
      const { attemptId, asked } = await page(at, i + 1, all)
      if (asked.kind !== 'question') throw new Error('answered already')
      expect(JSON.stringify(asked)).not.toMatch(/correct|answers|areas/)
      const entries = rightEntries(asked.view, id)
      const input = { number: i + 1, attemptId, entries }
      expect(await answerQuestion(await at.learner(), all, input, await at.context())).toEqual({
        kind: 'saved',
      })
    }
    expect(await result(at, all)).toMatchObject({ score: 1, passed: true })
  })

  it('has no question beyond its last, nor by any other name', async () => {
    const at = await newcomer()
    await start(at)
    for (const place of ['0', '5', '-1', '1.0', '01', 'x', '99', '100', '1000000']) {
      const learner = await at.learner()
      expect([place, await refusal(() => quizQuestion(learner, module, place, 'vi'))]).toEqual([
        place,
        'notFound',
      ])
    }
    expect(await refusal(answer(at, 1, ['b']).then(async () => sent(at, 9)))).toBe('notFound')
  })

  const sent = async (at: Browser, number: number) => {
    const { attemptId } = await page(at, 1)
    const input = { number, attemptId, entries: { v: ['b'] } }
    return answerQuestion(await at.learner(), module, input, await at.context())
  }
})

describe('two tabs', () => {
  it('that send the last two answers at once end the attempt once', async () => {
    const at = browser(await someone())
    await start(at)
    await answer(at, 1, ['b'])
    await answer(at, 2, ['b'])
    await Promise.all([answer(at, 3, ['b']), answer(at, 4, ['b'])])
    expect(await result(at)).toMatchObject({ score: 1, passed: true })
  })

  it('that answer one question differently count the first, and tell the second', async () => {
    const at = browser(await someone())
    await start(at)
    const outcomes = await Promise.all([answer(at, 1, ['b']), answer(at, 1, ['a'])])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['kept', 'saved'])
    expect((await page(at, 1)).asked).toMatchObject({ feedback: { verdict: 'right' } })
  })

  it('that send the same answer at once are both told that it is saved', async () => {
    const at = browser(await someone())
    await start(at)
    const outcomes = await Promise.all([answer(at, 1, ['b']), answer(at, 1, ['b'])])
    expect(outcomes).toEqual([{ kind: 'saved' }, { kind: 'saved' }])
  })

  it('that start at once begin one attempt', async () => {
    const at = browser(await someone())
    const [one, two] = await Promise.all([start(at), start(at)])
    expect(one.id).toBe(two.id)
  })
})

it('belongs to one person: the attempt of another is not answered', async () => {
  const [mine, other] = [browser(await someone()), browser(await someone())]
  const { id } = await start(other)
  await start(mine)
  expect(await answer(mine, 1, ['b'], { attemptId: id })).toEqual({ kind: 'stale' })
  expect((await before(other)).running).toMatchObject({ answered: 0 })
})

it('leaves nothing of a person who is erased', async () => {
  const at = browser(await someone())
  for (const lesson of ['one', 'two'])
    await finishLesson(await at.learner(), module, lesson, await at.context())
  await start(at)
  for (const number of [1, 2, 3, 4]) await answer(at, number, ['b'])
  const personId = at.actor!.personId!
  const left = () =>
    ['Enrolment', 'LearningRecord', 'QuizAttempt', 'Certificate'].map(
      (table) => reader.sql.all(`SELECT 1 FROM ${table} WHERE personId = ?`, personId).length,
    )
  const responses = () =>
    reader.sql.all('SELECT 1 FROM QuizResponse WHERE attemptId NOT IN (SELECT id FROM QuizAttempt)').length
  expect(left()).toEqual([1, 2, 1, 1])
  const all = reader.sql.all('SELECT 1 FROM QuizResponse').length
  await erasePerson(actor({ grants: [plannerGrant('04')] }), personId)
  expect(left()).toEqual([0, 0, 0, 0])
  expect([responses(), reader.sql.all('SELECT 1 FROM QuizResponse').length]).toEqual([0, all - 4])
})
