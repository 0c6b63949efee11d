import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { browser, type Browser } from '../../../tests/builders/browser'
import { person } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { storedModule } from '../../../tests/builders/module'
import { setClock } from '~/platform/clock/now.server'
import type { ModuleVersion, QuizRules } from '../module'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { progressOf } = await import('../progress.server')
const { answerQuestion } = await import('./answer-question.server')
const { endOverdue } = await import('./end-overdue.server')
const { quizQuestion, quizResult, quizStart } = await import('./quiz-pages.server')
const { startAttempt } = await import('./start-attempt.server')

let count = 0
const ruled = async (rules: QuizRules): Promise<ModuleVersion> =>
  storedModule({ code: `ruled-${++count}`, for: ['citizen'], rules })
const start = async (at: Browser, of: ModuleVersion) =>
  startAttempt(await at.learner(), of, await at.context())
const page = async (at: Browser, of: ModuleVersion, number: number) =>
  quizQuestion(await at.learner(), of, String(number), 'vi')!
const before = async (at: Browser, of: ModuleVersion) => quizStart(await at.learner(), of, 'vi')
const result = async (at: Browser, of: ModuleVersion) => quizResult(await at.learner(), of, 'vi')
const overdue = async (at: Browser, of: ModuleVersion) =>
  endOverdue(await at.learner(), of, await at.context())
async function answer(at: Browser, of: ModuleVersion, number: number, v: string[]) {
  const { attemptId } = await page(at, of, number)
  const input = { number, attemptId, entries: { v } }
  return answerQuestion(await at.learner(), of, input, await at.context())
}
async function answerAll(at: Browser, of: ModuleVersion, v: string[]) {
  for (let number = 1; number <= of.quiz.draw; number++) await answer(at, of, number, v)
}
const minutesLater = (minutes: number) =>
  setClock(new Date(Date.parse('2026-11-02T08:00:00Z') + minutes * 60_000))

beforeEach(() => minutesLater(0))
afterEach(() => setClock())

describe.each(['person', 'visitor'] as const)('the rules of a quiz, for a %s', (kind) => {
  const newcomer = async () => {
    const who = await person({ provinceCode: '04', communeCode: '01321', positionCode: 'office-statistics' })
    return browser(kind === 'person' ? who : null)
  }

  it('leave everything as it was where there are none', async () => {
    const [at, of] = [await newcomer(), await ruled({})]
    expect(await before(at, of)).toMatchObject({ minutes: null, atEnd: false, attempts: null })
    await start(at, of)
    expect((await page(at, of, 1)).time).toBeNull()
    minutesLater(600)
    expect(await overdue(at, of)).toBe(false)
    expect(await answer(at, of, 1, ['b'])).toEqual({ kind: 'saved' })
    expect((await page(at, of, 1)).asked.kind).toBe('feedback')
  })

  it('end an attempt when its minutes are over: what was sent in time counts', async () => {
    const [at, of] = [await newcomer(), await ruled({ minutes: 10 })]
    await start(at, of)
    minutesLater(4)
    expect((await page(at, of, 1)).time).toEqual({ endsAt: '2026-11-02T08:10:00.000Z', minutes: 6 })
    const { asked } = await page(at, of, 1)
    expect(asked.kind).toBe('question')
    await answer(at, of, 1, ['b'])
    // A few seconds on the way are forgiven.
    minutesLater(10.2)
    expect(await overdue(at, of)).toBe(false)
    expect(await answer(at, of, 2, ['b'])).toEqual({ kind: 'saved' })
    minutesLater(11)
    expect(await answer(at, of, 3, ['b'])).toEqual({ kind: 'over' })
    expect(await overdue(at, of)).toBe(true)
    expect(await overdue(at, of)).toBe(false)
    const ended = await result(at, of)
    expect(ended!.questions.slice(2).map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown'])
    expect(ended!.score).toBeLessThanOrEqual(0.5)
    expect(progressOf(await at.learner(), of.code)!.bestScore).toBeCloseTo(ended!.score!, 3)
    expect((await before(at, of)).running).toBeNull()
  })

  it('allow so many attempts, and then say so', async () => {
    const [at, of] = [await newcomer(), await ruled({ attempts: 2 })]
    expect((await before(at, of)).attempts).toEqual({ most: 2, left: 2 })
    for (const left of [1, 0]) {
      await start(at, of)
      expect((await before(at, of)).attempts).toEqual({ most: 2, left })
      await answerAll(at, of, ['?'])
    }
    expect(await refusal(start(at, of))).toBe('attemptsSpent')
    expect((await before(at, of)).running).toBeNull()
  })

  it('tell of the answers at the end only', async () => {
    const [at, of] = [await newcomer(), await ruled({ feedback: 'end' })]
    await start(at, of)
    await answer(at, of, 1, ['b'])
    const kept = await page(at, of, 1)
    expect(kept).toMatchObject({ asked: { kind: 'kept' }, next: 2 })
    expect(JSON.stringify(kept)).not.toMatch(/correct|explanation/)
    for (let number = 2; number <= of.quiz.draw; number++) await answer(at, of, number, ['b'])
    expect((await page(at, of, 1)).asked.kind).toBe('feedback')
  })

  it('keep the order of the list where nothing is to be mixed', async () => {
    const [at, of] = [await newcomer(), await ruled({ shuffle: false })]
    const { items } = await start(at, of)
    expect(items).toEqual(of.quiz.items.filter((id) => items.includes(id)))
  })
})

it('a late answer of a person leaves no row of its own', async () => {
  const who = await person({ provinceCode: '04', communeCode: '01321', positionCode: 'office-statistics' })
  const [at, of] = [browser(who), await ruled({ minutes: 5 })]
  const { id } = await start(at, of)
  minutesLater(6)
  await answer(at, of, 1, ['b'])
  await overdue(at, of)
  const rows = reader.sql.all<{ value: string; score: number }>(
    'SELECT value, score FROM QuizResponse WHERE attemptId = ?',
    id,
  )
  expect(rows).toHaveLength(of.quiz.draw)
  expect(rows.every(({ value, score }) => value === 'null' && score === 0)).toBe(true)
})
