import { beforeEach, describe, expect, it } from 'vitest'
import { browser, type Browser } from '../../tests/builders/browser'
import { actor, leaderGrant, person } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { storedModule, withdrawModule } from '../../tests/builders/module'
import { refusal } from '../../tests/builders/refusal'
import type { ModuleVersion } from './module'
import { goOn, lessonsRead, standingOf } from './progress'

await freshDatabase({ content: true })
const { reader } = await import('~/platform/db/db.server')
const { learnerOf, pageLearner, readableModule } = await import('./learner.server')
const { allProgress, finishLesson, openLesson, progressOf, settleModule } = await import('./progress.server')
const { certificatesOf } = await import('./certificates/list.server')
const { startAttempt } = await import('./quiz/start-attempt.server')
const { answerQuestion } = await import('./quiz/answer-question.server')

const someone = () => person({ provinceCode: '04', communeCode: '01321', positionCode: 'office-statistics' })
const rows = (personId: string) =>
  reader.sql.all<{ lessonCode: string; verb: string }>(
    'SELECT lessonCode, verb FROM LearningRecord WHERE personId = ? ORDER BY seq',
    personId,
  )
let count = 0
let module: ModuleVersion
beforeEach(async () => {
  module = await storedModule({ code: `trial-${++count}` })
})

async function read(at: Browser, lesson: string, of = module) {
  await finishLesson(await at.learner(), of, lesson, await at.context())
}

const newVersion = () => storedModule({ code: module.code, version: 2, lessons: ['one', 'two', 'three'] })

async function passQuiz(at: Browser, of = module, choice = 'b') {
  const attempt = await startAttempt(await at.learner(), of, await at.context())
  for (const number of attempt.items.keys()) {
    const input = { number: number + 1, attemptId: attempt.id, entries: { v: [choice] } }
    expect(await answerQuestion(await at.learner(), of, input, await at.context())).toEqual({ kind: 'saved' })
  }
}

const progress = async (at: Browser, of = module) => progressOf(await at.learner(), of.code)

describe.each(['person', 'visitor'] as const)('the record of a %s', (kind) => {
  const start = async () => browser(kind === 'person' ? await someone() : null)

  it('begins with the first lesson opened, and remembers where one stopped', async () => {
    const at = await start()
    expect(await progress(at)).toBeNull()
    await openLesson(await at.learner(), module, 'two', await at.context())
    expect(await progress(at)).toMatchObject({ lastLesson: 'two', read: [], finishedAt: null })
    await openLesson(await at.learner(), module, 'one', await at.context())
    expect(await progress(at)).toMatchObject({ lastLesson: 'one', read: [] })
    expect([...allProgress(await at.learner()).keys()]).toEqual([module.code])
  })

  it('tells within the request what was noted in it', async () => {
    const at = await start()
    const learner = await at.learner()
    await openLesson(learner, module, 'one', await at.context())
    expect(progressOf(learner, module.code)?.lastLesson).toBe('one')
  })

  it('counts a lesson once, however often it is sent', async () => {
    const at = await start()
    for (const lesson of ['one', 'one', 'two', 'one']) await read(at, lesson)
    const known = await progress(at)
    expect([...known!.read].sort()).toEqual(['one', 'two'])
    expect(known?.finishedAt).toBeNull()
  })

  it('finishes when the last lesson is read after the quiz was passed', async () => {
    const at = await start()
    await passQuiz(at)
    await read(at, 'one')
    expect(await progress(at)).toMatchObject({ bestScore: 1, finishedAt: null })
    await read(at, 'two')
    expect((await progress(at))?.finishedAt).not.toBeNull()
  })

  it('finishes when the quiz is passed after all lessons were read, and not when it is not passed', async () => {
    const at = await start()
    await read(at, 'one')
    await read(at, 'two')
    await passQuiz(at, module, 'a')
    expect(await progress(at)).toMatchObject({ bestScore: 0, passedAt: null, finishedAt: null })
    await passQuiz(at)
    expect(await progress(at)).toMatchObject({ bestScore: 1 })
    expect((await progress(at))?.finishedAt).not.toBeNull()
  })

  it('keeps the day and the best score when the quiz is taken again', async () => {
    const at = await start()
    await read(at, 'one')
    await read(at, 'two')
    await passQuiz(at)
    const finished = await progress(at)
    await passQuiz(at, module, 'a')
    expect(await progress(at)).toMatchObject({ bestScore: 1, finishedAt: finished!.finishedAt })
  })

  it('finishes as soon as the module is opened when its last lesson turns out to be read, having moved there', async () => {
    const at = await start()
    const other = await storedModule({ code: `other-${count}-${kind}` })
    await read(at, 'one', other)
    await passQuiz(at)
    await read(at, 'one')
    expect((await progress(at))?.finishedAt).toBeNull()
    const moved = { one: `${module.code}/two` }
    await storedModule({ code: other.code, version: 2, lessons: ['two'], moved })
    await settleModule(await at.learner(), module, await at.context())
    expect(await progress(at)).toMatchObject({ finishedVersion: 1 })
  })

  it('counts a lesson under the code that it was given since, several times', async () => {
    const at = await start()
    await read(at, 'one')
    await openLesson(await at.learner(), module, 'two', await at.context())
    const { code } = module
    await storedModule({ code, version: 2, lessons: ['first', 'two'], moved: { one: `${code}/first` } })
    const moved = { first: `${code}/start`, two: `${code}/second` }
    const now = await storedModule({ code, version: 3, lessons: ['start', 'second'], moved })
    const known = await progress(at)
    expect(lessonsRead(now, known)).toBe(1)
    expect(goOn(now, known)).toEqual({ kind: 'lesson', code: 'second' })
    expect(allProgress(await at.learner()).get(code)).toEqual(known)
    await read(at, 'second', now)
    await passQuiz(at, now)
    expect(await progress(at)).toMatchObject({ finishedVersion: 3 })
  })

  it('finishes what was begun with a version with that version, though there is a newer one', async () => {
    const at = await start()
    await passQuiz(at)
    await read(at, 'one')
    const next = await newVersion()
    await read(at, 'two', next)
    expect(await progress(at)).toMatchObject({ passedVersion: 1, finishedVersion: 1 })
    expect(standingOf(await progress(at))).toBe('finished')
    expect(goOn(next, await progress(at))).toEqual({ kind: 'lesson', code: 'three' })
  })

  it('finishes a new version by its own quiz alone, in either order', async () => {
    const at = await start()
    for (const lesson of ['one', 'two']) await read(at, lesson)
    await passQuiz(at)
    const first = await progress(at)
    const next = await newVersion()
    await read(at, 'three', next)
    expect(await progress(at)).toMatchObject({ finishedVersion: 1 })
    expect(goOn(next, await progress(at))).toEqual({ kind: 'quiz' })
    await passQuiz(at, next)
    const { passedAt, finishedAt } = first!
    expect(await progress(at)).toMatchObject({
      passedAt,
      finishedAt,
      passedVersion: 2,
      finishedVersion: 2,
    })
    const last = await storedModule({ code: module.code, version: 3, lessons: ['one', 'four'] })
    await passQuiz(at, last)
    expect(await progress(at)).toMatchObject({ passedVersion: 3, finishedVersion: 2 })
    await read(at, 'four', last)
    expect(await progress(at)).toMatchObject({ finishedAt, finishedVersion: 3 })
  })

  it('refuses a lesson that the version does not have any more, and keeps the rest', async () => {
    const at = await start()
    await read(at, 'two')
    const next = await storedModule({ code: module.code, version: 2, lessons: ['one', 'three'] })
    expect(await refusal(read(at, 'two', next))).toBe('lessonWithdrawn')
    expect((await progress(at))?.read).toEqual(['two'])
  })
})

describe('the record of a person', () => {
  it('writes nothing when a lesson that is open is opened again', async () => {
    const at = browser(await someone())
    await openLesson(await at.learner(), module, 'one', await at.context())
    const before = await progress(at)
    await openLesson(await at.learner(), module, 'one', await at.context())
    expect(await progress(at)).toEqual(before)
    expect(rows(at.actor!.personId!)).toEqual([{ lessonCode: 'one', verb: 'opened' }])
  })

  it('gives one certificate for a version, and another for the next', async () => {
    const at = browser(await someone())
    const numbers = () => certificatesOf(at.actor!.personId!).map(({ number }) => number)
    await read(at, 'one')
    await read(at, 'two')
    await passQuiz(at)
    const [first] = numbers()
    expect(first).toBeDefined()
    await passQuiz(at)
    expect(numbers()).toEqual([first])
    const next = await storedModule({ code: module.code, version: 2 })
    await passQuiz(at, next)
    expect(numbers()).toHaveLength(1)
    expect(numbers()).not.toEqual([first])
  })

  it('certifies a version with a score in its own quiz', async () => {
    const at = browser(await someone())
    const personId = at.actor!.personId!
    for (const lesson of ['one', 'two']) await read(at, lesson)
    await passQuiz(at)
    const next = await newVersion()
    await read(at, 'three', next)
    const standing = () =>
      reader.sql.all(
        'SELECT moduleVersionId, score FROM Certificate WHERE personId = ? AND supersededBy IS NULL',
        personId,
      )
    expect(standing()).toEqual([{ moduleVersionId: module.id, score: 1 }])
    await passQuiz(at, next, 'a')
    expect(standing()).toEqual([{ moduleVersionId: module.id, score: 1 }])
    const attempt = await startAttempt(await at.learner(), next, await at.context())
    for (const number of attempt.items.keys()) {
      const entries = { v: [number === 0 ? 'a' : 'b'] }
      const input = { number: number + 1, attemptId: attempt.id, entries }
      await answerQuestion(await at.learner(), next, input, await at.context())
    }
    expect(standing()).toEqual([{ moduleVersionId: next.id, score: 0.75 }])
    expect(await progress(at)).toMatchObject({ bestScore: 1 })
  })

  it('gives nobody an older version who never began with it', async () => {
    const at = browser(await someone())
    const next = await newVersion()
    await passQuiz(at, next)
    for (const lesson of ['one', 'two']) await read(at, lesson, next)
    expect(await progress(at)).toMatchObject({ passedVersion: 2, finishedVersion: null })
  })

  it('is the same on every machine, and leaves no cookie', async () => {
    const who = await someone()
    const [one, other] = [browser(who), browser(who)]
    await read(one, 'one')
    expect((await progress(other))?.read).toEqual(['one'])
    expect(one.set).toEqual([])
  })

  it('goes through two tabs at once without losing anything', async () => {
    const at = browser(await someone())
    await Promise.all([read(at, 'one'), read(at, 'two'), read(at, 'one')])
    expect([...(await progress(at))!.read].sort()).toEqual(['one', 'two'])
  })
})

describe('a session that has lapsed', () => {
  it('is told from a visitor by what it left on the machine, and notes nothing there', async () => {
    const open = await storedModule({ code: `lapsed-${count}`, for: ['citizen'] })
    for (const name of ['its_session', 'its_shared', 'its_last']) {
      const at = browser()
      at.cookies.set(name, 'A'.repeat(32))
      const learner = await at.learner()
      expect(pageLearner(learner)).toEqual({ learner: 'person', lapsed: true })
      await openLesson(learner, open, 'one', await at.context())
      await settleModule(learner, open, await at.context())
      expect(at.set).toEqual([])
    }
    const signedOut = browser()
    signedOut.cookies.set('its_session', '')
    signedOut.cookies.set('its_prefs', 'vi.1.n')
    expect(pageLearner(await signedOut.learner())).toEqual({ learner: 'visitor', lapsed: false })
    const back = browser(await someone())
    back.cookies.set('its_last', 'A'.repeat(32))
    expect(pageLearner(await back.learner())).toEqual({ learner: 'person', lapsed: false })
  })
})

describe('who learns', () => {
  it('is a person with a record of its own, or a visitor with a cookie, staff without a person too', async () => {
    const leader = actor({ grants: [leaderGrant('04', '01321')] })
    expect((await browser(await someone()).learner()).kind).toBe('person')
    expect((await browser(leader).learner()).kind).toBe('visitor')
    expect((await browser().learner()).kind).toBe('visitor')
  })

  const open = async (at: Browser, code: string, form?: Record<string, string>) => {
    const request = at.request(`/learn/${code}`, form)
    return readableModule(await learnerOf(await at.context(), request), request, code)
  }

  it('reads what is for citizens without signing in, and nothing else', async () => {
    const citizens = await storedModule({ code: `open-${count}`, for: ['citizen'] })
    expect((await open(browser(), citizens.code)).id).toBe(citizens.id)
    const sentAway = await open(browser(), module.code).catch((thrown: unknown) => thrown as Response)
    expect(sentAway).toMatchObject({ status: 302 })
    expect((sentAway as Response).headers.get('Location')).toBe(
      `/sign-in?to=${encodeURIComponent(`/learn/${module.code}`)}`,
    )
    expect((await open(browser(await someone()), module.code)).id).toBe(module.id)
    expect(await refusal(open(browser(actor()), module.code))).toBe('notAllowed')
  })

  it('keeps what was typed when the session has lapsed', async () => {
    const lapsed = (await open(browser(), module.code, { v: 'b' }).catch(
      (thrown: unknown) => thrown,
    )) as Response
    expect(lapsed.status).toBe(401)
    expect(await lapsed.json()).toMatchObject({ to: `/learn/${module.code}`, pending: [['v', 'b']] })
  })

  it('is told when a module was withdrawn, and when there never was one', async () => {
    await withdrawModule(module.code)
    expect(await refusal(open(browser(await someone()), module.code))).toBe('moduleWithdrawn')
    expect(await refusal(open(browser(), 'no-such-module'))).toBe('notFound')
  })
})
