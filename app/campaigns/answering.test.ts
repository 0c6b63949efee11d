import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../tests/builders/database'
import { actor, campaign, invitee, leaderGrant, learnerGrant, person } from '../../tests/builders/campaign'
import { refusal } from '../../tests/builders/refusal'
import { onFirstForm, question } from '../../tests/builders/survey'
import { now, setClock } from '~/platform/clock/now.server'
import type { Actor } from '~/platform/policy/actor'

await freshDatabase()
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { answerStep } = await import('./answer.server')
const { startSitting } = await import('./start-sitting.server')
const { submitSitting } = await import('./submit.server')
const { surveyHome, surveyStep, surveyCheck } = await import('./survey-pages.server')
const { myResult, setConsent } = await import('./my-result.server')

const commune = { provinceCode: '04', communeCode: '01321' }
let campaignId: string
let learner: Actor & { personId: string }

async function begin(): Promise<void> {
  learner = await person({ ...commune, positionCode: 'office-statistics' })
  await invitee({ campaignId, personId: learner.personId, communeCode: commune.communeCode })
  await startSitting(learner, campaignId, 'person', 'vi')
  await onFirstForm(learner.personId, campaignId)
}

function page(step: string, who = learner) {
  return question(surveyStep(who, campaignId, 'person', step, 'vi'))
}

function answer(
  step: string,
  entries: Record<string, string[]>,
  over: { answerId?: string; sittingId?: string } = {},
) {
  const { sittingId, answerId } = page(step)
  return answerStep(learner, { campaignId, kind: 'person', step, sittingId, answerId, entries, ...over })
}

const rows = (step: string) =>
  reader.sql.all<{ value: string; score: number | null }>(
    'SELECT value, score FROM Response WHERE step = ? AND sittingId = ? ORDER BY seq',
    step,
    page(step).sittingId,
  )

beforeAll(async () => {
  campaignId = await campaign({ provinceCode: '04', communeCodes: [commune.communeCode] })
})

afterEach(() => setClock())

describe('a sitting', () => {
  it('asks the quiz for the competencies of the target profile, easiest level first', async () => {
    await begin()
    const { sections } = surveyHome(learner, campaignId, 'person', 'vi')
    expect(sections.map(({ code }) => code)).toEqual(['work', 'self', 'quiz', 'practice'])
    expect(sections[1]?.steps).toBe(2)
    expect(sections[2]?.steps).toBe(6)
    expect(page('q-4.1-1a').number).toBe(1)
    expect(page('q-7.3-3a').number).toBe(6)
  })

  it('saves every step and fills it again; a second answer is the current one', async () => {
    await begin()
    expect(await answer('computer', { v: ['own'] })).toMatchObject({
      ok: true,
      next: { step: 'computer-age' },
    })
    expect(page('computer').filled).toEqual({ v: ['own'] })
    await answer('computer', { v: ['shared'] })
    expect(page('computer').filled).toEqual({ v: ['shared'] })
    expect(rows('computer')).toHaveLength(2)
  })

  it('does not change anything when the same answer is sent twice', async () => {
    await begin()
    const { answerId } = page('computer')
    await answer('computer', { v: ['own'] }, { answerId })
    await answer('computer', { v: ['own'] }, { answerId })
    expect(rows('computer')).toHaveLength(1)
  })

  it('scores "I do not know" as a wrong answer, and nothing worse', async () => {
    await begin()
    await answer('q-4.1-1a', { v: ['?'] })
    expect(rows('q-4.1-1a')).toEqual([{ value: 'null', score: 0 }])
  })

  it('says what is wrong with an answer and saves nothing', async () => {
    await begin()
    expect(await answer('q-4.1-1a', {})).toMatchObject({ ok: false, fault: { fault: 'chooseOrUnknown' } })
    expect(await answer('q-4.1-1a', { v: ['zz'] })).toMatchObject({
      ok: false,
      fault: { fault: 'notAnOption' },
    })
    expect(rows('q-4.1-1a')).toEqual([])
  })

  it('refuses an answer made for the sitting of somebody else', async () => {
    await begin()
    expect(await refusal(answer('computer', { v: ['own'] }, { sittingId: randomUUID() }))).toBe('badRequest')
  })

  it('keeps a person out of a campaign that does not ask the person', async () => {
    const stranger = await person({ ...commune, positionCode: 'office-statistics' })
    expect(await refusal(() => surveyHome(stranger, campaignId, 'person', 'vi'))).toBe('notFound')
  })

  it('tells neither the key of a matching nor of an ordering', async () => {
    await begin()
    const plan = surveyCheck(learner, campaignId, 'person', 'vi')!.sections[2]!.steps
    for (const { step } of plan) expect(JSON.stringify(page(step).view)).not.toMatch(/correct|"answer":|"s1"/)
  })
})

describe('a submission', () => {
  it('counts once, cannot be changed, and shows what the answers tell', async () => {
    await begin()
    await answer('self-4.1', { v: ['3'] })
    for (const step of ['q-4.1-1a', 'q-4.1-2a', 'q-4.1-3a']) {
      setClock(new Date(now().getTime() + 20_000))
      await answer(step, { v: ['?'] })
    }
    expect(await submitSitting(learner, campaignId, 'person')).toEqual({ ok: true })
    expect(await submitSitting(learner, campaignId, 'person')).toEqual({ ok: true })
    const { results } = myResult(learner, campaignId, 'vi')
    expect(results).toMatchObject([
      { competency: '4.1', points: 0, answered: 3, target: 2, selfLevel: 3 },
      { competency: '7.3', points: 0, answered: 0, level: null, target: 2, selfLevel: null },
    ])
    expect(results[0]!.below).toBeGreaterThan(0.9)
    expect(await refusal(() => page('computer'))).toBe('alreadySubmitted')
    const cell = reader.sql.get<{ n: number }>(
      "SELECT sum(n) AS n FROM GapCell WHERE campaignId = ? AND measure = '7.3'",
      campaignId,
    )
    expect(cell?.n ?? 0).toBe(0)
  })

  it('is refused when the campaign is closed, and answers saved before stay', async () => {
    await begin()
    await answer('computer', { v: ['own'] })
    const { sittingId } = page('computer')
    await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data: { state: 'closed' } }))
    expect(await refusal(submitSitting(learner, campaignId, 'person'))).toBe('campaignClosed')
    expect(await refusal(answer('computer', { v: ['none'] }))).toBe('campaignClosed')
    expect(reader.sql.all('SELECT 1 FROM Response WHERE sittingId = ?', sittingId)).toHaveLength(1)
    await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data: { state: 'open' } }))
  })

  it('keeps the version of the form that a person began', async () => {
    await begin()
    await inTransaction(async (tx) => {
      const form = await tx.formVersion.findUniqueOrThrow({ where: { id: 'commune-staff@2' } })
      const data = JSON.stringify({ ...JSON.parse(form.data), version: 3, sections: [] })
      await tx.formVersion.upsert({
        where: { id: 'commune-staff@3' },
        update: {},
        create: { ...form, id: 'commune-staff@3', version: 3, data },
      })
      await tx.campaign.update({
        where: { id: campaignId },
        data: { personFormVersionId: 'commune-staff@3' },
      })
    })
    expect(surveyHome(learner, campaignId, 'person', 'vi').sections).toHaveLength(4)
    expect(await answer('computer', { v: ['own'] })).toMatchObject({ ok: true })
    await inTransaction((tx) =>
      tx.campaign.update({ where: { id: campaignId }, data: { personFormVersionId: 'commune-staff@2' } }),
    )
  })
})

describe('consent', () => {
  it('is given and withdrawn, and the log keeps both', async () => {
    await begin()
    await submitSitting(learner, campaignId, 'person')
    expect(myResult(learner, campaignId, 'vi').consentedAt).toBeNull()
    await setConsent(learner, campaignId, true)
    expect(myResult(learner, campaignId, 'vi').consentedAt).not.toBeNull()
    await setConsent(learner, campaignId, false)
    expect(myResult(learner, campaignId, 'vi').consentedAt).toBeNull()
    expect(reader.sql.all('SELECT 1 FROM Consent WHERE personId = ?', learner.personId)).toHaveLength(2)
  })
})

describe('the form of a commune', () => {
  it('is one per commune, for accounts that lead it', async () => {
    const leaders = [1, 2].map(() => actor({ grants: [leaderGrant('04', commune.communeCode)] }))
    for (const leader of leaders) await startSitting(leader, campaignId, 'commune', 'vi')
    expect(
      reader.sql.all("SELECT 1 FROM Sitting WHERE campaignId = ? AND kind = 'commune'", campaignId),
    ).toHaveLength(1)
    expect(
      await refusal(() =>
        surveyHome(actor({ grants: [leaderGrant('04', '01324')] }), campaignId, 'commune', 'vi'),
      ),
    ).toBe('notFound')
    expect(
      await refusal(() => surveyHome(actor({ grants: [learnerGrant] }), campaignId, 'commune', 'vi')),
    ).toBe('notAllowed')
  })
})
