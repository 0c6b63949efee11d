import { randomUUID } from 'node:crypto'
import { readItemEntry } from '~/assessment/answer-entry'
import { itemVersion } from '~/assessment/content.server'
import { entriesOfItem } from '~/assessment/present'
import { seedOf } from '~/assessment/plan'
import { randomFrom } from '~/assessment/shuffle'
import { answerStep } from '~/campaigns/answer.server'
import { currentResponses, ownSurvey, planOf, stepsOf } from '~/campaigns/sitting.server'
import { startSitting } from '~/campaigns/start-sitting.server'
import { submitSitting } from '~/campaigns/submit.server'
import { setClock } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { itemAnswer, respondent, selfAnswer, type CommuneTraits, type Respondent } from './answers'

type Asked = {
  personId: string
  accountId: string
  staffCode: string
  positionCode: string
  communeCode: string
}

/** People of a campaign with an adaptive quiz answer it page by page, as in a browser. Returns how many. */
export async function answerAdaptively(
  campaignId: string,
  people: number,
  from: Date,
  traits: Map<string, CommuneTraits>,
  seed: string,
): Promise<number> {
  const asked = reader.sql.all<Asked>(
    `SELECT i.personId, a.id AS accountId, p.staffCode, i.positionCode, i.communeCode FROM Invitee i
     JOIN Person p ON p.id = i.personId JOIN Account a ON a.personId = p.id
     WHERE i.campaignId = ? ORDER BY p.staffCode LIMIT ?`,
    campaignId,
    people,
  )
  let clock = from.getTime()
  const later = (seconds: number) => setClock(new Date((clock += seconds * 1000)))
  for (const { personId, accountId, staffCode, positionCode, communeCode } of asked) {
    const grants = [{ role: 'learner' as const, provinceCode: null, communeCode: null }]
    const actor: Actor = { accountId, personId, displayName: '', grants }
    const dice = randomFrom(`${seed}/${campaignId}/${staffCode}`)
    const own = randomFrom(`${seed}/${staffCode}`)
    const who = respondent(own, dice, traits.get(communeCode)!, positionCode)
    later(600)
    await startSitting(actor, campaignId, 'person', dice() < 0.9 ? 'vi' : 'en')
    await answerAll(actor, campaignId, who, () => later(12 + 40 * dice()))
    const outcome = await submitSitting(actor, campaignId, 'person')
    if (!outcome.ok) throw new Error(`missing: ${outcome.missing.join(', ')}`)
  }
  return asked.length
}

async function answerAll(
  actor: Actor,
  campaignId: string,
  who: Respondent,
  later: () => void,
): Promise<void> {
  const survey = ownSurvey(actor, campaignId, 'person')
  const sittingId = survey.sittingId!
  const send = async (step: string, entries: Record<string, string[]>) => {
    later()
    const outcome = await answerStep(actor, {
      campaignId,
      kind: 'person',
      step,
      sittingId,
      answerId: randomUUID(),
      entries,
    })
    if (!outcome.ok) throw new Error(`${step}: ${outcome.fault.fault}`)
  }
  const plan = planOf(sittingId, survey.plan!)
  for (const { kind, step, ref } of plan) if (kind === 'self') await send(step, selfAnswer(who, ref))
  const door = plan.find(({ kind }) => kind === 'adaptive')
  if (!door) throw new Error('the quiz is not adaptive')
  await send(door.step, {})
  for (;;) {
    const answered = currentResponses(sittingId)
    const next = stepsOf(sittingId, survey.plan!).find(
      ({ kind, step }) => kind === 'item' && !answered.has(step),
    )
    if (!next) return
    const item = itemVersion(next.ref)
    const entry = readItemEntry(item, itemAnswer(who, item))
    if (entry.kind !== 'value') throw new Error(`${next.step}: ${entry.kind}`)
    await send(next.step, entriesOfItem(item, seedOf(sittingId, next), entry.value))
  }
}
