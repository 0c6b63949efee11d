import { randomUUID } from 'node:crypto'
import type { Standard } from '~/competency/standard'
import type { Actor } from '~/platform/policy/actor'
import { campaign, invitee, person } from './campaign'

// For data tests of the adaptive quiz: `const quiz = await import(…)` after `freshDatabase()`.
const { setClock } = await import('~/platform/clock/now.server')
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { answerStep } = await import('~/campaigns/answer.server')
const { startSitting } = await import('~/campaigns/start-sitting.server')
const { surveyStep } = await import('~/campaigns/survey-pages.server')
const { itemVersion } = await import('~/assessment/content.server')

export const communeCode = '01321'
export const targets = { '4.1': 2, '4.2': 2, '4.3': 2, '7.3': 2, '7.4': 2 }
/** The page that opens the quiz. */
export const door = 'q-quiz'

/** The campaign, the person and the time at hand; a module's own names, so that who imports it sees them change. */
export let campaignId: string
export let learner: Actor & { personId: string }
export let clock: Date

export function later(seconds: number): void {
  clock = new Date(clock.getTime() + seconds * 1000)
  setClock(clock)
}

/** A standard with other settings of the quiz, for the campaign at hand. */
export async function quizSettings(change: Partial<Standard['adaptive']>): Promise<void> {
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

export const asked = () =>
  reader.sql
    .all<{ id: string; pilot: number }>(
      `SELECT i.itemVersionId AS id, i.pilot FROM SittingItem i JOIN Sitting s ON s.id = i.sittingId
       JOIN Invitee v ON v.id = s.inviteeId WHERE v.personId = ? AND v.campaignId = ? ORDER BY i.number`,
      learner.personId,
      campaignId,
    )
    .map(({ id, pilot }) => ({ id, pilot: pilot === 1, step: `q-${itemVersion(id).code}` }))
export const ability = () =>
  reader.sql.get<{ answers: number; rapid: number; stopped: string | null; mean: string }>(
    'SELECT answers, rapid, stopped, mean FROM SittingAbility WHERE sittingId = ?',
    sittingId(),
  )
export const shown = () =>
  new Map(
    reader.sql
      .all<{ id: string; n: number }>(
        'SELECT itemVersionId AS id, shown AS n FROM ItemExposure WHERE campaignId = ?',
        campaignId,
      )
      .map(({ id, n }) => [id, n]),
  )
export const sittingId = () =>
  reader.sql.get<{ id: string }>(
    'SELECT s.id FROM Sitting s JOIN Invitee i ON i.id = s.inviteeId WHERE i.personId = ? AND i.campaignId = ?',
    learner.personId,
    campaignId,
  )!.id
export const stored = (step: string) =>
  reader.sql
    .all<{ value: string }>('SELECT value FROM Response WHERE sittingId = ? AND step = ?', sittingId(), step)
    .map(({ value }) => JSON.parse(value) as unknown)
export const page = (step: string) => surveyStep(learner, campaignId, 'person', step, 'vi')!

export function send(step: string, entries: Record<string, string[]>, answerId: string = randomUUID()) {
  return answerStep(learner, { campaignId, kind: 'person', step, sittingId: sittingId(), answerId, entries })
}

/** Opens the quiz and returns its first page. */
export async function open(): Promise<string> {
  const outcome = await send(door, {})
  if (!outcome.ok || !outcome.next) throw new Error('the quiz did not open')
  return outcome.next.step
}

/** Answers from `step` on until the door shows that the quiz has ended; `?` where nothing else is said. */
export async function answerAll(from: string, seconds = 30): Promise<void> {
  for (let step = from; step !== door;) {
    later(seconds)
    const outcome = await send(step, { v: ['?'] })
    if (!outcome.ok || !outcome.next) throw new Error(`${step} was not taken`)
    step = outcome.next.step
  }
}

export async function newcomer(): Promise<void> {
  learner = await person({ provinceCode: '04', communeCode, positionCode: 'office-statistics' })
  await invitee({ campaignId, personId: learner.personId, communeCode, targets })
  await startSitting(learner, campaignId, 'person', 'vi')
}

/** A person who has begun in an adaptive campaign of its own, on a day that the clock shows. */
export async function begin(): Promise<void> {
  clock = new Date('2026-11-21T02:00:00Z')
  setClock(clock)
  campaignId = await campaign({ provinceCode: '04', communeCodes: [communeCode] })
  await setMode('adaptive')
  await newcomer()
}

export async function setMode(quizMode: 'adaptive' | 'fixed'): Promise<void> {
  await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data: { quizMode } }))
}
