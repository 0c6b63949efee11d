import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actor, campaign, invitee, leaderGrant, person, plannerGrant } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'
import { setClock } from '~/platform/clock/now.server'
import type { Grant } from '~/platform/policy/actor'

await freshDatabase()
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { answerStep } = await import('./answer.server')
const { startSitting } = await import('./start-sitting.server')
const { submitSitting } = await import('./submit.server')
const { listChoices } = await import('./list-choices.server')
const { explainQuiz } = await import('./explain-quiz.server')

const communeCode = '01321'
const trainerGrant = (provinceCode: string): Grant => ({ role: 'trainer', provinceCode, communeCode: null })
const trainer = actor({ grants: [trainerGrant('04')] })
const planner = actor({ grants: [plannerGrant('04')] })
let campaignId: string

/** Takes a quiz to its end and submits it, knowing nothing; the clock goes on 20 seconds a question. */
const ordinary = { '4.1': 2, '4.2': 2, '7.3': 2 }

async function takeQuiz(targets: Record<string, number> = ordinary): Promise<void> {
  const learner = await person({ provinceCode: '04', communeCode, positionCode: 'office-statistics' })
  const inviteeId = await invitee({ campaignId, personId: learner.personId, communeCode, targets })
  await startSitting(learner, campaignId, 'person', 'vi')
  const sittingId = reader.sql.get<{ id: string }>(
    'SELECT id FROM Sitting WHERE inviteeId = ?',
    inviteeId,
  )!.id
  const moment = new Date('2026-11-21T02:00:00Z')
  let step = 'q-quiz'
  do {
    moment.setSeconds(moment.getSeconds() + 20)
    setClock(moment)
    const sent = { sittingId, answerId: randomUUID(), entries: { v: ['?'] } }
    const outcome = await answerStep(learner, { campaignId, kind: 'person', step, ...sent })
    if (!outcome.ok || !outcome.next) throw new Error(`${step} was not taken`)
    step = outcome.next.step
  } while (step !== 'q-quiz')
  await submitSitting(learner, campaignId, 'person')
}

beforeAll(async () => {
  campaignId = await campaign({ provinceCode: '04', communeCodes: [communeCode] })
  await inTransaction((tx) =>
    tx.campaign.update({ where: { id: campaignId }, data: { quizMode: 'adaptive' } }),
  )
})

afterAll(() => setClock())

describe('why questions were asked', () => {
  it('is told for nobody before there are five', async () => {
    for (let i = 0; i < 4; i++) await takeQuiz()
    expect(listChoices(trainer, campaignId, 'vi', 1)).toMatchObject({ count: 4, shown: null })
    expect(await refusal(() => explainQuiz(trainer, campaignId, 1, 'vi'))).toBe('notFound')
  })

  it('is told by a number, for each question with what was known before and after', async () => {
    await takeQuiz()
    const { shown } = listChoices(trainer, campaignId, 'vi', 1)
    expect(shown!.quizzes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(shown!.most).toMatchObject({ share: expect.any(Number) as number, limit: 0.25 })
    const quiz = explainQuiz(trainer, campaignId, 3, 'vi')
    expect(quiz.choices).toHaveLength(shown!.quizzes[2]!.asked)
    expect(quiz.end).toBeCloseTo(shown!.quizzes[2]!.precision!, 3)
    expect(quiz.choices[0]).toMatchObject({ number: 1, reason: 'easy', outcome: 'unknown' })
    expect(quiz.choices[0]!.after.mean).toBeLessThan(quiz.choices[0]!.before.mean)
    quiz.choices.forEach((choice, i) => {
      expect(choice.number).toBe(i + 1)
      expect(choice.after.sd).toBeLessThan(choice.before.sd)
      if (choice.expected !== null) expect(choice.expected).toBeLessThan(choice.precision)
    })
  })

  it('is not told of the one who came in last, nor of one whose position needs something else', async () => {
    await takeQuiz()
    await takeQuiz({ '5.1': 2, '5.2': 1, '6.1': 2 })
    const { count, shown } = listChoices(trainer, campaignId, 'vi', 1)
    expect([count, shown!.count, shown!.quizzes.length]).toEqual([7, 5, 5])
    const asked = [1, 2, 3, 4, 5].flatMap((number) => explainQuiz(trainer, campaignId, number, 'vi').choices)
    expect(asked.every(({ code }) => /^[47]/.test(code))).toBe(true)
    expect(await refusal(() => explainQuiz(trainer, campaignId, 6, 'vi'))).toBe('notFound')
    for (let i = 0; i < 4; i++) await takeQuiz()
    expect(listChoices(trainer, campaignId, 'vi', 1)).toMatchObject({ count: 11, shown: { count: 10 } })
  })

  it('tells nothing of who, where or when', () => {
    const told = JSON.stringify([
      listChoices(trainer, campaignId, 'vi', 1),
      explainQuiz(trainer, campaignId, 1, 'vi'),
    ])
    expect(told).not.toMatch(/Nông Văn Thử|01321|office|2026-11-21|personId|sittingId/)
  })

  it('is refused to others, for drafts, and for numbers that there are not', async () => {
    expect(
      await refusal(() => listChoices(actor({ grants: [trainerGrant('19')] }), campaignId, 'vi', 1)),
    ).toBe('notAllowed')
    expect(await refusal(() => listChoices(planner, campaignId, 'vi', 1))).toBe('notAllowed')
    const leader = actor({ grants: [leaderGrant('04', communeCode)] })
    expect(await refusal(() => explainQuiz(leader, campaignId, 1, 'vi'))).toBe('notAllowed')
    for (const number of [0, 11, 1.5, Number.NaN])
      expect(await refusal(() => explainQuiz(trainer, campaignId, number, 'vi'))).toBe('notFound')
    const draft = await campaign({ provinceCode: '04', communeCodes: [communeCode], state: 'draft' })
    expect(await refusal(() => listChoices(trainer, draft, 'vi', 1))).toBe('notFound')
  })

  it('has nothing to tell of a campaign with fixed forms', async () => {
    const fixed = await campaign({ provinceCode: '04', communeCodes: [communeCode] })
    expect(listChoices(trainer, fixed, 'vi', 1)).toMatchObject({
      campaign: { quizMode: 'fixed' },
      count: 0,
      shown: null,
    })
  })
})
