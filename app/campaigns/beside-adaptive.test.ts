import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actor, invitee, person, plannerGrant } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { onFirstForm, question } from '../../tests/builders/survey'
import { setClock } from '~/platform/clock/now.server'

await freshDatabase()
const quiz = await import('../../tests/builders/adaptive-quiz')
const { ability, answerAll, asked, communeCode, later, newcomer, open, page, quizSettings } = quiz
const { send, setMode, shown, sittingId, targets } = quiz
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { submitSitting } = await import('./submit.server')
const { surveyHome, surveyCheck } = await import('./survey-pages.server')
const { intakeSitting } = await import('./intake.server')
const { erasePerson } = await import('./erase-person.server')

beforeEach(quiz.begin)
afterEach(() => setClock())

describe('an item on trial', () => {
  beforeEach(async () => {
    await inTransaction(async (tx) => {
      const item = await tx.itemVersion.findUniqueOrThrow({ where: { id: '4.1-1a@2' } })
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
    await submitSitting(quiz.learner, quiz.campaignId, 'person')
    expect(ability()!.answers).toBe(asked().length - 1)
  })

  it('stands in a fixed form too, for pages and not for paper', async () => {
    await setMode('fixed')
    await newcomer()
    await onFirstForm(quiz.learner.personId, quiz.campaignId)
    const { sections } = surveyCheck(quiz.learner, quiz.campaignId, 'person', 'vi')!
    const steps = sections[2]!.steps.map(({ step }) => step)
    expect(steps).toHaveLength(16)
    expect(steps.indexOf('q-4.1-1z')).toBeGreaterThanOrEqual(3)
    later(30)
    await send('q-4.1-1z', { v: ['?'] })
    await send('q-4.1-1a', { v: ['?'] })
    await submitSitting(quiz.learner, quiz.campaignId, 'person')
    const counted = reader.sql.get<{ answers: number; rapid: number }>(
      'SELECT answers, rapid FROM SittingAbility WHERE sittingId = ?',
      sittingId(),
    )!
    expect(counted.answers + counted.rapid).toBe(1)
  })
})

describe('beside an adaptive quiz', () => {
  it('a person goes on with the fixed form that was begun', async () => {
    await setMode('fixed')
    await newcomer()
    await onFirstForm(quiz.learner.personId, quiz.campaignId)
    await setMode('adaptive')
    expect(surveyHome(quiz.learner, quiz.campaignId, 'person', 'vi')).toMatchObject({ quizMost: null })
    expect(question(page('q-4.1-1a'))).toMatchObject({ count: 15, most: null })
    expect(await send('q-4.1-1a', { v: ['?'] })).toMatchObject({ ok: true })
  })

  it('paper carries a fixed form', async () => {
    const other = await person({ provinceCode: '04', communeCode, positionCode: 'office-statistics' })
    const respondent = await invitee({
      campaignId: quiz.campaignId,
      personId: other.personId,
      communeCode,
      targets,
    })
    let steps: string[] = []
    const outcome = await intakeSitting(actor({ grants: [plannerGrant('04')] }), quiz.campaignId, {
      kind: 'person',
      respondent,
      locale: 'vi',
      parallel: 1,
      startedAt: quiz.clock,
      submittedAt: quiz.clock,
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
    await erasePerson(actor({ grants: [plannerGrant('04')] }), quiz.learner.personId)
    for (const table of ['SittingItem', 'SittingAbility'])
      expect(
        reader.sql.all(
          `SELECT 1 FROM ${table} t LEFT JOIN Sitting s ON s.id = t.sittingId WHERE s.id IS NULL`,
        ),
      ).toEqual([])
    expect(shown()).toEqual(counts)
  })
})
