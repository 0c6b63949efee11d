import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actor, campaign, invitee, person, plannerGrant } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'
import { question } from '../../tests/builders/survey'
import type { Standard } from '~/competency/standard'
import { setClock } from '~/platform/clock/now.server'
import type { Actor } from '~/platform/policy/actor'

await freshDatabase()
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { answerStep } = await import('./answer.server')
const { startSitting } = await import('./start-sitting.server')
const { submitSitting } = await import('./submit.server')
const { surveyHome, surveyStep, surveyCheck } = await import('./survey-pages.server')
const { mySurveys } = await import('./my-surveys.server')
const { intakeSitting } = await import('./intake.server')
const { erasePerson } = await import('./erase-person.server')
const { itemVersion } = await import('~/assessment/content.server')

const communeCode = '01321'
const targets = { '4.1': 2, '4.2': 2, '4.3': 2, '7.3': 2, '7.4': 2 }
const door = 'q-quiz'

let campaignId: string
let learner: Actor & { personId: string }
let clock: Date

function later(seconds: number): void {
  clock = new Date(clock.getTime() + seconds * 1000)
  setClock(clock)
}

/** A standard with other settings of the quiz, for the campaign at hand. */
async function quizSettings(change: Partial<Standard['adaptive']>): Promise<void> {
  await inTransaction(async (tx) => {
    const { data } = await tx.measurementStandard.findFirstOrThrow({ where: { shipped: true } })
    const standard = JSON.parse(data) as Standard
    const made = await tx.measurementStandard.create({
      data: {
        frameworkCode: 'its',
        version: 1,
        shipped: true,
        createdAt: clock,
        data: JSON.stringify({ ...standard, adaptive: { ...standard.adaptive, ...change } }),
      },
    })
    await tx.campaign.update({ where: { id: campaignId }, data: { standardId: made.id } })
  })
}

const asked = () =>
  reader.sql
    .all<{ id: string; pilot: number }>(
      `SELECT i.itemVersionId AS id, i.pilot FROM SittingItem i JOIN Sitting s ON s.id = i.sittingId
       JOIN Invitee v ON v.id = s.inviteeId WHERE v.personId = ? AND v.campaignId = ? ORDER BY i.number`,
      learner.personId,
      campaignId,
    )
    .map(({ id, pilot }) => ({ id, pilot: pilot === 1, step: `q-${itemVersion(id).code}` }))
const ability = () =>
  reader.sql.get<{ answers: number; rapid: number; stopped: string | null; mean: string }>(
    'SELECT answers, rapid, stopped, mean FROM SittingAbility WHERE sittingId = ?',
    sittingId(),
  )
const shown = () =>
  new Map(
    reader.sql
      .all<{ id: string; n: number }>(
        'SELECT itemVersionId AS id, shown AS n FROM ItemExposure WHERE campaignId = ?',
        campaignId,
      )
      .map(({ id, n }) => [id, n]),
  )
const sittingId = () =>
  reader.sql.get<{ id: string }>(
    'SELECT s.id FROM Sitting s JOIN Invitee i ON i.id = s.inviteeId WHERE i.personId = ? AND i.campaignId = ?',
    learner.personId,
    campaignId,
  )!.id
const stored = (step: string) =>
  reader.sql
    .all<{ value: string }>('SELECT value FROM Response WHERE sittingId = ? AND step = ?', sittingId(), step)
    .map(({ value }) => JSON.parse(value) as unknown)
const page = (step: string) => surveyStep(learner, campaignId, 'person', step, 'vi')!

function send(step: string, entries: Record<string, string[]>, answerId: string = randomUUID()) {
  return answerStep(learner, { campaignId, kind: 'person', step, sittingId: sittingId(), answerId, entries })
}

/** Opens the quiz and returns its first page. */
async function open(): Promise<string> {
  const outcome = await send(door, {})
  if (!outcome.ok || !outcome.next) throw new Error('the quiz did not open')
  return outcome.next.step
}

/** Answers from `step` on until the door shows that the quiz has ended; `?` where nothing else is said. */
async function answerAll(from: string, seconds = 30): Promise<void> {
  for (let step = from; step !== door; ) {
    later(seconds)
    const outcome = await send(step, { v: ['?'] })
    if (!outcome.ok || !outcome.next) throw new Error(`${step} was not taken`)
    step = outcome.next.step
  }
}

async function newcomer(): Promise<void> {
  learner = await person({ provinceCode: '04', communeCode, positionCode: 'office-statistics' })
  await invitee({ campaignId, personId: learner.personId, communeCode, targets })
  await startSitting(learner, campaignId, 'person', 'vi')
}

beforeEach(async () => {
  clock = new Date('2026-11-21T02:00:00Z')
  setClock(clock)
  campaignId = await campaign({ provinceCode: '04', communeCodes: [communeCode] })
  await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data: { quizMode: 'adaptive' } }))
  await newcomer()
})
afterEach(() => setClock())

describe('an adaptive quiz', () => {
  it('opens at its door with an easy question, and counts who has met it', async () => {
    const { sections, quizMost } = surveyHome(learner, campaignId, 'person', 'vi')
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
    expect(surveyHome(learner, campaignId, 'person', 'vi').sections[2]).toMatchObject({ next: null })
    const check = surveyCheck(learner, campaignId, 'person', 'vi')!
    expect(check.quizGoesOn).toBeNull()
    expect(check.sections[2]!.steps.map(({ kept, answer }) => [kept, answer])).toEqual(
      items.map(() => [true, 'Tôi không biết']),
    )
    const { stopped } = ability()!
    expect(await submitSitting(learner, campaignId, 'person')).toEqual({ ok: true })
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
    expect(mySurveys(learner, 'vi')[0]).toMatchObject({ answered: 1, atMost: true })
    later(3 * 86_400)
    expect(surveyHome(learner, campaignId, 'person', 'vi').sections[2]).toMatchObject({
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
      tx.invitee.updateMany({ where: { personId: learner.personId }, data: { targets: '{}' } }),
    )
    expect(await send(door, {})).toEqual({ ok: true, next: { step: door } })
    expect(page(door)).toMatchObject({ shows: 'end', stopped: 'bank', answered: 0 })
    expect(await submitSitting(learner, campaignId, 'person')).toEqual({ ok: true })
  })

  it('is not taken any more once the campaign closes, and loses nothing', async () => {
    const first = await open()
    later(20)
    await send(first, { v: ['?'] })
    const second = asked()[1]!.step
    await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data: { state: 'closed' } }))
    expect(await refusal(send(second, { v: ['?'] }))).toBe('campaignClosed')
    expect(stored(first)).toEqual([null])
    expect(asked()).toHaveLength(2)
  })

  it('can be submitted before its end, and is closed then', async () => {
    const first = await open()
    later(20)
    await send(first, { v: ['?'] })
    const check = surveyCheck(learner, campaignId, 'person', 'vi')!
    expect(check.quizGoesOn).toBe(asked()[1]!.step)
    expect(check.sections[2]!.steps).toHaveLength(1)
    expect(await submitSitting(learner, campaignId, 'person')).toEqual({ ok: true })
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

describe('an item on trial', () => {
  beforeEach(async () => {
    await inTransaction(async (tx) => {
      const item = await tx.itemVersion.findUniqueOrThrow({ where: { id: '4.1-1a@1' } })
      const code = '4.1-1z'
      const data = JSON.stringify({ ...JSON.parse(item.data), code, pilot: true })
      await tx.itemVersion.upsert({
        where: { id: `${code}@1` },
        update: { retired: false },
        create: { ...item, id: `${code}@1`, code, data },
      })
    })
  })
  afterEach(() =>
    inTransaction((tx) => tx.itemVersion.update({ where: { id: '4.1-1z@1' }, data: { retired: true } })),
  )

  it('is asked within the quiz, never among the first three, and does not count', async () => {
    await quizSettings({ precision: 0.1 })
    await answerAll(await open())
    const places = asked().flatMap(({ pilot }, i) => (pilot ? [i + 1] : []))
    expect(places).toHaveLength(1)
    expect(places[0]).toBeGreaterThan(3)
    expect(ability()!.answers).toBe(asked().length - 1)
    await submitSitting(learner, campaignId, 'person')
    expect(ability()!.answers).toBe(asked().length - 1)
  })

  it('stands in a fixed form too, for pages and not for paper', async () => {
    await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data: { quizMode: 'fixed' } }))
    await newcomer()
    const { sections } = surveyCheck(learner, campaignId, 'person', 'vi')!
    const steps = sections[2]!.steps.map(({ step }) => step)
    expect(steps).toHaveLength(16)
    expect(steps.indexOf('q-4.1-1z')).toBeGreaterThanOrEqual(3)
    later(30)
    await send('q-4.1-1z', { v: ['?'] })
    await send('q-4.1-1a', { v: ['?'] })
    await submitSitting(learner, campaignId, 'person')
    const counted = reader.sql.get<{ answers: number; rapid: number }>(
      'SELECT answers, rapid FROM SittingAbility WHERE sittingId = ?',
      sittingId(),
    )!
    expect(counted.answers + counted.rapid).toBe(1)
  })
})

describe('beside an adaptive quiz', () => {
  it('a person goes on with the fixed form that was begun', async () => {
    await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data: { quizMode: 'fixed' } }))
    await newcomer()
    await inTransaction((tx) =>
      tx.campaign.update({ where: { id: campaignId }, data: { quizMode: 'adaptive' } }),
    )
    expect(surveyHome(learner, campaignId, 'person', 'vi')).toMatchObject({ quizMost: null })
    expect(question(page('q-4.1-1a'))).toMatchObject({ count: 15, most: null })
    expect(await send('q-4.1-1a', { v: ['?'] })).toMatchObject({ ok: true })
  })

  it('paper carries a fixed form', async () => {
    const other = await person({ provinceCode: '04', communeCode, positionCode: 'office-statistics' })
    const respondent = await invitee({ campaignId, personId: other.personId, communeCode, targets })
    let steps: string[] = []
    const outcome = await intakeSitting(actor({ grants: [plannerGrant('04')] }), campaignId, {
      kind: 'person',
      respondent,
      locale: 'vi',
      parallel: 1,
      startedAt: clock,
      submittedAt: clock,
      answers: (all) => {
        steps = all.filter(({ kind }) => kind === 'item').map(({ step }) => step)
        return new Map([[steps[0]!, { v: ['?'] }]])
      },
    })
    expect(outcome).toEqual({ ok: true })
    expect(steps).toHaveLength(15)
    expect(reader.sql.get('SELECT parallel FROM Sitting WHERE inviteeId = ?', respondent)).toEqual({
      parallel: 1,
    })
  })

  it('erasing the person leaves the counts alone', async () => {
    await answerAll(await open())
    const counts = shown()
    await erasePerson(actor({ grants: [plannerGrant('04')] }), learner.personId)
    for (const table of ['SittingItem', 'SittingAbility'])
      expect(
        reader.sql.all(
          `SELECT 1 FROM ${table} t LEFT JOIN Sitting s ON s.id = t.sittingId WHERE s.id IS NULL`,
        ),
      ).toEqual([])
    expect(shown()).toEqual(counts)
  })
})

function optionOf(id: string): string {
  const item = itemVersion(id)
  return 'options' in item ? item.options[0]!.id : ''
}
