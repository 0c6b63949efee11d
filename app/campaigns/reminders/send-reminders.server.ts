import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import { mailIsConfigured } from '~/platform/mail/outbox.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { communesWithin, findCampaign } from '../find-campaign.server'
import { ratesOf } from '../response-rates.server'
import { lacking } from './lacking'
import { countNudged, writeNudges, type Via } from './nudges.server'
import { mailReminders, requireRunning, type Lacking, type Wordings } from './remind-now.server'

type Chosen = {
  /** Minted in the form: sent twice, it reminds once. */
  noteId: string
  codes: readonly string[]
}

/** Queues reminders by mail for the chosen communes; returns how many of them got any, and how many messages. */
export async function sendReminders(
  actor: Actor,
  campaignId: string,
  { noteId, codes, wordings, origin }: Chosen & { wordings: Wordings; origin: string },
): Promise<{ communes: number; messages: number }> {
  if (!mailIsConfigured()) throw refuse('badRequest')
  let messages = 0
  const communes = await nudge(actor, campaignId, { noteId, codes }, 'mail', (tx, campaign, chosen) => {
    const sent = mailReminders(tx, {
      campaign,
      communes: chosen,
      wordings,
      origin,
      createdBy: actor.accountId,
    })
    messages = sent.messages
    return sent.reached
  })
  return { communes, messages }
}

/** Notes that the chosen communes were reminded by a printed list or by a message outside the product. */
export function recordNudges(
  actor: Actor,
  campaignId: string,
  chosen: Chosen,
  via: 'list' | 'message',
): Promise<number> {
  return nudge(actor, campaignId, chosen, via, (_, __, communes) => communes)
}

type Tx = Parameters<Parameters<typeof inTransaction>[0]>[0]
type Reach = (tx: Tx, campaign: ReturnType<typeof findCampaign>, communes: Lacking[]) => Lacking[]

async function nudge(
  actor: Actor,
  campaignId: string,
  { noteId, codes }: Chosen,
  via: Via,
  reach: Reach,
): Promise<number> {
  authorise(actor, 'reminders.send')
  return inTransaction(async (tx) => {
    const campaign = findCampaign(tx, campaignId)
    const within = communesWithin(actor, 'reminders.send', campaign)
    if (!codes.every((code) => within.includes(code))) throw refuse('notAllowed')
    requireRunning(campaign)
    const already = countNudged(tx, noteId)
    if (already > 0) return already
    const communes = reach(tx, campaign, lacking(ratesOf(campaign, [...codes])))
    writeNudges(tx, { noteId, campaignId, via, by: actor.accountId, communes })
    await audit(tx, actor.accountId, 'reminder.send', campaignId, { via, communes: communes.length })
    return communes.length
  })
}
