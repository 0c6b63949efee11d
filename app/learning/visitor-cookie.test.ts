import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { browser } from '../../tests/builders/browser'
import { freshDatabase } from '../../tests/builders/database'
import { storedModule } from '../../tests/builders/module'
import type { ModuleVersion } from './module'

await freshDatabase({ content: false })
const { reader } = await import('~/platform/db/db.server')
const { signatureOf } = await import('~/platform/auth/signature.server')
const { finishLesson, progressOf } = await import('./progress.server')
const { startAttempt } = await import('./quiz/start-attempt.server')
const { recordToText } = await import('./visitor')

let module: ModuleVersion
beforeAll(async () => {
  module = await storedModule({ code: 'open', for: ['citizen'] })
})

const name = 'its_learn'
async function reading() {
  const at = browser()
  await finishLesson(await at.learner(), module, 'one', await at.context())
  return at
}

/** What a browser with this cookie has read. */
async function readWith(value: string) {
  const at = browser()
  at.cookies.set(name, value)
  return progressOf(await at.learner(), module.code)?.read ?? null
}

const signed = async (text: string, purpose = 'visitor-record') => {
  const payload = Buffer.from(text).toString('base64url')
  return `${payload}.${await signatureOf(purpose, payload)}`
}

describe("a visitor's cookie", () => {
  it('brings the record back, is kept a year and out of reach of scripts, and names nobody', async () => {
    const at = await reading()
    expect(await readWith(at.cookies.get(name)!)).toEqual(['one'])
    expect(at.set.at(-1)).toMatch(
      /^its_learn=[\w-]+\.[\w-]{43}; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/,
    )
    const before = reader.sql.get('SELECT 1 FROM LearningRecord UNION SELECT 1 FROM Enrolment')
    expect(before).toBeUndefined()
  })

  it('holds nothing once it was changed, cut, made up or signed for another use', async () => {
    const whole = (await reading()).cookies.get(name)!
    const [payload, signature] = whole.split('.') as [string, string]
    const own = Buffer.from(payload, 'base64url').toString()
    const forged = Buffer.from(own.replace('"one"', '"two"')).toString('base64url')
    const foreign = createHmac('sha256', 'another installation').update(`visitor-record\n${payload}`)
    for (const value of [
      '',
      'x',
      payload,
      `${payload}.`,
      `${forged}.${signature}`,
      `${payload}.${'A'.repeat(43)}`,
      `${payload}.${signature}x`,
      `${payload.slice(0, -2)}.${signature}`,
      `${payload}.${foreign.digest('base64url')}`,
      await signed(own, 'something-else'),
      'é'.repeat(20),
    ]) {
      expect([value, await readWith(value)]).toEqual([value, null])
    }
    expect(await readWith(await signed(own))).toEqual(['one'])
  })

  it('holds nothing where it is too long or what was signed is no record', async () => {
    expect(await readWith(await signed('{"read":["one"]}'))).toBeNull()
    expect(await readWith(await signed('not json'))).toBeNull()
    expect(await readWith(await signed(`${' '.repeat(4000)}[]`))).toBeNull()
  })

  it('stays under 3.5 KB, whatever was learned, and keeps the module at work', async () => {
    const at = browser()
    for (let i = 0; i < 40; i++) {
      const lessons = Array.from({ length: 6 }, (_, n) => `a-rather-long-lesson-${n}`)
      const each = await storedModule({ code: `many-${i}`, for: ['citizen'], lessons })
      for (const lesson of lessons) await finishLesson(await at.learner(), each, lesson, await at.context())
      await startAttempt(await at.learner(), each, await at.context())
      expect(at.set.at(-1)!.length).toBeLessThan(3500)
      expect(progressOf(await at.learner(), each.code)?.read).toHaveLength(6)
    }
    expect(progressOf(await at.learner(), 'many-0')).toBeNull()
  })

  it('begins a new attempt where the one that it holds is of a version that is gone', async () => {
    const text = recordToText({
      [module.code]: {
        read: ['one'],
        lastLesson: null,
        lastAt: 1,
        bestScore: null,
        passedAt: null,
        finishedAt: null,
        attempt: { id: 'v1', number: 1, versionId: 'gone@1', items: [99], answers: [['a']], asked: '' },
      },
    })
    const at = browser()
    at.cookies.set(name, await signed(text))
    const attempt = await startAttempt(await at.learner(), module, await at.context())
    expect(attempt.versionId).toBe(module.id)
  })
})
