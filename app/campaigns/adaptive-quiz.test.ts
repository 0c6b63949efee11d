import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'
import { question } from '../../tests/builders/survey'
import { setClock } from '~/platform/clock/now.server'

await freshDatabase()
const quiz = await import('../../tests/builders/adaptive-quiz')
const { ability, answerAll, asked, door, later, newcomer, open, page, quizSettings, send, shown } = quiz
const { sittingId, stored } = quiz
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { submitSitting } = await import('./submit.server')
const { surveyHome, surveyCheck } = await import('./survey-pages.server')
const { mySurveys } = await import('./my-surveys.server')
const { itemVersion } = await import('~/assessment/content.server')

beforeEach(quiz.begin)
afterEach(() => setClock())

describe('an adaptive quiz', () => {
  it('opens at its door with an easy question, and counts who has met it', async () => {
    const { sections, quizMost } = surveyHome(quiz.learner, quiz.campaignId, 'person', 'vi')
    expect(quizMost).toBe(30)
    expect(sections[2]).toMatchObject({ next: door, steps: 0, most: 30 })
    expect(page(door)).toMatchObject({ shows: 'door', most: 30, minutes: 40 })
    expect(page('q-4.1-1a')).toMatchObject({ shows: 'elsewhere', step: door })
    const first = await open()
    expect(question(page(first))).toMatchObject({ number: 1, most: 30, filled: {} })
    expect(itemVersion(asked()[0]!.id).level).toBe(1)
    expect(page(door)).toMatchObject({ shows: 'elsewhere', step: first })
    expect(page('q-4.1-9z')).toMatchObject({ shows: 'elsewhere', step: first })
    expect(await refusal(() => page('nothing'))).toBe('notFound')
    expect([...shown()]).toEqual([
      ['', 1],
      [asked()[0]!.id, 1],
    ])
    expect(await open()).toBe(first)
    expect(asked()).toHaveLength(1)
    expect(shown().get('')).toBe(1)
  })

  it('asks nothing twice, never more than it said, and ends with words', async () => {
    await answerAll(await open())
    const items = asked()
    expect(items.length).toBeGreaterThan(5)
    expect(items.length).toBeLessThanOrEqual(30)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(ability()).toMatchObject({ answers: items.length, rapid: 0 })
    expect(page(door)).toMatchObject({ shows: 'end', answered: items.length, stopped: ability()!.stopped })
    expect(surveyHome(quiz.learner, quiz.campaignId, 'person', 'vi').sections[2]).toMatchObject({
      next: null,
    })
    const check = surveyCheck(quiz.learner, quiz.campaignId, 'person', 'vi')!
    expect(check.quizGoesOn).toBeNull()
    expect(check.sections[2]!.steps.map(({ kept, answer }) => [kept, answer])).toEqual(
      items.map(() => ['quiz', 'Tôi không biết']),
    )
    const { stopped } = ability()!
    expect(await submitSitting(quiz.learner, quiz.campaignId, 'person')).toEqual({ ok: true })
    expect(ability()).toMatchObject({ answers: items.length, stopped })
    const results = reader.sql.all<{ below: number }>(
      'SELECT below FROM SittingResult WHERE sittingId = ?',
      sittingId(),
    )
    expect(results).toHaveLength(5)
    for (const { below } of results) expect(below).toBeGreaterThan(0.9)
  })

  it('keeps what is known of the person after every answer', async () => {
    const first = await open()
    const before = JSON.parse(ability()!.mean) as number[]
    expect(before.every((mean) => mean === 0)).toBe(true)
    later(20)
    await send(first, { v: ['?'] })
    const after = JSON.parse(ability()!.mean) as number[]
    expect(after.every((mean) => mean < 0)).toBe(true)
    expect(ability()).toMatchObject({ answers: 1, stopped: null })
  })

  it('takes the same answer twice, from two windows, as one; another one changes nothing', async () => {
    const first = await open()
    const answerId = randomUUID()
    later(20)
    const [once, twice] = await Promise.all([
      send(first, { v: ['?'] }, answerId),
      send(first, { v: ['?'] }, answerId),
    ])
    const second = asked()[1]!.step
    expect([once, twice]).toEqual([
      { ok: true, next: { step: second } },
      { ok: true, next: { step: second } },
    ])
    expect(asked()).toHaveLength(2)
    const { kind } = itemVersion(asked()[0]!.id)
    const other: Record<string, string[]> =
      kind === 'single' || kind === 'multiple' ? { v: [optionOf(asked()[0]!.id)] } : { v: ['?', 'a'] }
    expect(await send(first, other)).toMatchObject({ ok: true, next: { step: first } })
    expect(await send(first, {})).toMatchObject({ ok: true, next: { step: first } })
    expect(stored(first)).toEqual([null])
    expect(asked()).toHaveLength(2)
    expect(page(first)).toMatchObject({
      shows: 'kept',
      answer: 'Tôi không biết',
      next: second,
      nextIs: 'present',
    })
    expect(await send('q-9.9-9z', { v: ['?'] })).toEqual({ ok: true, next: { step: second } })
  })

  it('says what is wrong with an answer, and stays where it is', async () => {
    const first = await open()
    expect(await send(first, {})).toMatchObject({ ok: false, fault: { fault: 'chooseOrUnknown' } })
    expect(asked()).toHaveLength(1)
    expect(stored(first)).toEqual([])
  })

  it('goes on after days where it stood, and the break does not count', async () => {
    const first = await open()
    later(20)
    await send(first, { v: ['?'] })
    const second = asked()[1]!.step
    expect(mySurveys(quiz.learner, 'vi')[0]).toMatchObject({ answered: 1, atMost: true })
    later(3 * 86_400)
    expect(surveyHome(quiz.learner, quiz.campaignId, 'person', 'vi').sections[2]).toMatchObject({
      next: second,
      answered: 1,
    })
    expect(page(second)).toMatchObject({ shows: 'question', number: 2 })
    await send(second, { v: ['?'] })
    expect(ability()).toMatchObject({ stopped: null })
    expect(asked()).toHaveLength(3)
  })

  it('counts answers that nobody can have read, and learns nothing from them', async () => {
    const first = await open()
    later(1)
    await send(first, { v: ['?'] })
    expect(ability()).toMatchObject({ answers: 0, rapid: 1 })
  })

  it.each([
    ['length', { most: 5, precision: 0.1, pilots: 0 }, 5, 5],
    ['precision', { most: 30, precision: 1 }, 1, 12],
    ['time', { most: 30, precision: 0.1, minutes: 5 }, 10, 11],
    ['bank', { most: 100, precision: 0.1, minutes: null }, 20, 96],
  ])('ends by %s', async (reason, settings, fewest, most) => {
    await quizSettings(settings)
    await answerAll(await open())
    expect(ability()!.stopped).toBe(reason)
    expect(asked().length).toBeGreaterThanOrEqual(fewest)
    expect(asked().length).toBeLessThanOrEqual(most)
    expect(page(door)).toMatchObject({ shows: 'end', stopped: reason })
  })

  it('has nothing to ask of a position without targets, and says so', async () => {
    await inTransaction((tx) =>
      tx.invitee.updateMany({ where: { personId: quiz.learner.personId }, data: { targets: '{}' } }),
    )
    expect(await send(door, {})).toEqual({ ok: true, next: { step: door } })
    expect(page(door)).toMatchObject({ shows: 'end', stopped: 'bank', answered: 0 })
    expect(await submitSitting(quiz.learner, quiz.campaignId, 'person')).toEqual({ ok: true })
  })

  it('is not taken any more once the campaign closes, and loses nothing', async () => {
    const first = await open()
    later(20)
    await send(first, { v: ['?'] })
    const second = asked()[1]!.step
    await inTransaction((tx) =>
      tx.campaign.update({ where: { id: quiz.campaignId }, data: { state: 'closed' } }),
    )
    expect(await refusal(send(second, { v: ['?'] }))).toBe('campaignClosed')
    expect(stored(first)).toEqual([null])
    expect(asked()).toHaveLength(2)
  })

  it('can be submitted before its end, and is closed then', async () => {
    const first = await open()
    later(20)
    await send(first, { v: ['?'] })
    const check = surveyCheck(quiz.learner, quiz.campaignId, 'person', 'vi')!
    expect(check.quizGoesOn).toBe(asked()[1]!.step)
    expect(check.sections[2]!.steps).toHaveLength(1)
    expect(await submitSitting(quiz.learner, quiz.campaignId, 'person')).toEqual({ ok: true })
    expect(await refusal(send(asked()[1]!.step, { v: ['?'] }))).toBe('alreadySubmitted')
    expect(ability()).toMatchObject({ answers: 1, stopped: null })
  })

  it('shows no item to everybody', async () => {
    for (let i = 0; i < 7; i++) {
      if (i > 0) await newcomer()
      await open()
    }
    const counts = [...shown()].filter(([id]) => id !== '').map(([, n]) => n)
    expect(shown().get('')).toBe(7)
    expect(Math.max(...counts)).toBeLessThanOrEqual(5)
  })
})

function optionOf(id: string): string {
  const item = itemVersion(id)
  return 'options' in item ? item.options[0]!.id : ''
}
