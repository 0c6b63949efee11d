import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeEach, describe, expect, it } from 'vitest'
import { browser, type Browser } from '../../../tests/builders/browser'
import { person } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { storedModule } from '../../../tests/builders/module'
import type { ModuleVersion } from '~/learning/module'
import type { LapsedBody } from '~/platform/http/context.server'

await freshDatabase()
const start = await import('./quiz')
const question = await import('./quiz-question')
const result = await import('./quiz-result')
const lesson = await import('./lesson')
const modulePage = await import('./module')
const { reader } = await import('~/platform/db/db.server')

const someone = () => person({ provinceCode: '04', communeCode: '01321', positionCode: 'office-statistics' })
let count = 0
let module: ModuleVersion
beforeEach(async () => {
  module = await storedModule({ code: `door-${++count}` })
})

type Door = (args: ActionFunctionArgs) => Promise<unknown>
type Sent = Record<string, string | string[]>
/** What a door answers: a redirect as its place, a refusal as its body, a page as its data with the status. */
async function through(at: Browser, door: Door, number = '', form?: Sent) {
  const request = at.request(`/learn/${module.code}/quiz${number && `/${number}`}`, form)
  const params = { module: module.code, lesson: 'one', number }
  try {
    return await told(await door({ request, params, context: await at.context() }))
  } catch (thrown) {
    return told(thrown)
  }
}

async function told(answer: unknown): Promise<{ status: number; to?: string | null; body?: unknown }> {
  if (answer instanceof Response) {
    const to = answer.headers.get('Location')
    return to ? { status: answer.status, to } : { status: answer.status, body: await answer.json() }
  }
  const { data, init } = answer as { data?: unknown; init?: ResponseInit | null }
  return data === undefined ? { status: 200, body: answer } : { status: init?.status ?? 200, body: data }
}

const attemptIn = (answer: { body?: unknown }) =>
  (answer.body as { page: { attemptId: string } }).page.attemptId

async function begun(at: Browser, learner: 'person' | 'visitor' = 'person') {
  expect(await through(at, start.action, '', { learner })).toMatchObject({
    status: 303,
    to: `/learn/${module.code}/quiz/1`,
  })
  return attemptIn(await through(at, question.loader, '1'))
}

describe('the doors of a quiz', () => {
  it('lead through it by 303, each answer back to its own question', async () => {
    const at = browser(await someone())
    const attempt = await begun(at)
    expect(await through(at, result.loader)).toMatchObject({ status: 302, to: `/learn/${module.code}/quiz` })
    for (const number of ['1', '2', '3', '4']) {
      expect(
        await through(at, question.action, number, { attempt, learner: 'person', v: 'b' }),
      ).toMatchObject({
        status: 303,
        to: `/learn/${module.code}/quiz/${number}`,
      })
    }
    expect(await through(at, result.loader)).toMatchObject({ status: 200, body: { page: { passed: true } } })
  })

  it('answer a fault with 400, a late answer with 409, and keep what was typed', async () => {
    const at = browser(await someone())
    const attempt = await begun(at)
    const fault = await through(at, question.action, '1', { attempt, learner: 'person', v: ['b', '?'] })
    expect(fault).toMatchObject({ status: 400, body: { typed: { v: ['b', '?'] } } })
    expect(await through(at, question.action, '1', { attempt: 'older', v: 'b' })).toMatchObject({
      status: 409,
    })
    await through(at, question.action, '1', { attempt, learner: 'person', v: 'b' })
    expect(await through(at, question.action, '1', { attempt, learner: 'person', v: 'a' })).toMatchObject({
      status: 409,
      body: { outcome: { kind: 'kept' } },
    })
  })

  it('switch the language without saving, everything typed still there', async () => {
    const at = browser(await someone())
    const attempt = await begun(at)
    const switched = await through(at, question.action, '1', { attempt, v: 'b', switchLocale: 'en' })
    expect(switched).toMatchObject({ status: 200, body: { typed: { v: ['b'] }, outcome: null } })
    expect(at.cookies.get('its_prefs')).toBe('en.1.n')
    expect(reader.sql.all('SELECT 1 FROM QuizResponse WHERE attemptId = ?', attempt)).toEqual([])
  })

  it('say that a quiz has not begun, as on a machine without cookies', async () => {
    module = await storedModule({ code: `door-open-${count}`, for: ['citizen'] })
    const at = browser()
    await begun(at, 'visitor')
    at.cookies.clear()
    expect(await through(at, question.loader, '1')).toMatchObject({ status: 409, body: { page: null } })
    expect(
      await through(at, question.action, '1', { attempt: 'v1', learner: 'visitor', v: 'b' }),
    ).toMatchObject({
      status: 409,
      body: { outcome: { kind: 'stale' } },
    })
  })
})

describe('the pages of an open module after a session has lapsed', () => {
  it('say so, stay the person’s, and ask to sign in when they are sent', async () => {
    module = await storedModule({ code: `over-${count}`, for: ['citizen'] })
    const at = browser()
    at.cookies.set('its_session', 'A'.repeat(32))
    const lapsed = { learner: 'person', lapsed: true }
    expect(await through(at, start.loader)).toMatchObject({ body: { page: lapsed } })
    expect(await through(at, question.loader, '1')).toMatchObject({ status: 409, body: { lapsed: true } })
    expect(await through(at, modulePage.loader)).toMatchObject({ body: { lapsed: true } })
    const read = (form?: Sent) => through(at, form ? lesson.action : lesson.loader, '', form)
    expect(await read()).toMatchObject({ body: { view: lapsed } })
    expect(await read({ learner: 'person' })).toMatchObject({ status: 401 })
    expect(await through(at, start.action, '', { learner: 'person' })).toMatchObject({ status: 401 })
    expect(at.set).toEqual([])
  })

  it('are ordinary ones for a visitor', async () => {
    module = await storedModule({ code: `never-${count}`, for: ['citizen'] })
    const visitor = { learner: 'visitor', lapsed: false }
    expect(await through(browser(), start.loader)).toMatchObject({ body: { page: visitor } })
    expect(await through(browser(), lesson.loader)).toMatchObject({ body: { view: visitor } })
  })
})

it('asks before an attempt at an older version is left behind', async () => {
  const at = browser(await someone())
  const attempt = await begun(at)
  const ask = async () => {
    const request = at.request(`/learn/${module.code}/quiz?anew=ask`)
    return start.loader({ request, params: { module: module.code }, context: await at.context() })
  }
  expect(await ask()).toMatchObject({ asks: false })
  await storedModule({ code: module.code, version: 2 })
  expect(await ask()).toMatchObject({ asks: true, page: { running: { id: attempt } } })
  await through(at, start.action, '', { learner: 'person', giveUp: attempt })
  expect(attemptIn(await through(at, question.loader, '1'))).not.toBe(attempt)
})

it('refuses a question by a number that no quiz has', async () => {
  const at = browser(await someone())
  const attempt = await begun(at)
  for (const number of ['100', '1e0', 'x']) {
    expect(await through(at, question.loader, number)).toMatchObject({ body: { code: 'notFound' } })
    const sent = { attempt, learner: 'person', v: 'b' }
    expect(await through(at, question.action, number, sent)).toMatchObject({ body: { code: 'notFound' } })
  }
})

describe.each([['staff'], ['citizen']] as const)(
  'a session that lapses in the middle of a quiz for %s',
  (audience) => {
    it('keeps the answer, and signing in sends it on', async () => {
      module = await storedModule({ code: `lapsed-${audience}`, for: [audience] })
      const at = browser(await someone())
      const { actor } = at
      const attempt = await begun(at)
      at.actor = null
      const sent = { attempt, learner: 'person', v: 'b' }
      const lapsed = await through(at, question.action, '1', sent)
      expect(lapsed.status).toBe(401)
      const { to, pending } = lapsed.body as LapsedBody
      expect(to).toBe(`/learn/${module.code}/quiz/1`)
      at.actor = actor
      expect(await through(at, question.action, '1', Object.fromEntries(pending))).toMatchObject({
        status: 303,
      })
      expect(await through(at, question.loader, '1')).toMatchObject({
        body: { page: { asked: { kind: 'feedback', feedback: { verdict: 'right' } } } },
      })
    })

    it('does not begin an attempt of nobody', async () => {
      module = await storedModule({ code: `nobody-${audience}`, for: [audience] })
      expect(await through(browser(), start.action, '', { learner: 'person' })).toMatchObject({ status: 401 })
    })
  },
)
