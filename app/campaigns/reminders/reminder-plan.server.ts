import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { daysBetween, phaseOf } from '../campaign'
import { findCampaign, type CampaignRecord } from '../find-campaign.server'
import { nudgedToday } from './nudges.server'
import { isPlannedFor, type ReminderDays } from './reminder-days'
import { requireRunning } from './remind-now.server'

type Row = { daysBefore: string; sentFor: string }
type Sql = Pick<typeof reader.sql, 'get'>

/** The days on which a campaign reminds, and those on which it has. */
export function reminderDays(sql: Sql, campaignId: string): ReminderDays {
  const row = sql.get<Row>('SELECT daysBefore, sentFor FROM ReminderPlan WHERE campaignId = ?', campaignId)
  return {
    daysBefore: row ? (JSON.parse(row.daysBefore) as number[]) : [],
    sentFor: row ? (JSON.parse(row.sentFor) as string[]) : [],
  }
}

/** Keeps the days on which a campaign of the actor's province reminds; none turns it off. */
export async function saveReminderDays(
  actor: Actor,
  campaignId: string,
  daysBefore: number[],
): Promise<void> {
  authorise(actor, 'reminders.send')
  await inTransaction(async (tx) => {
    const campaign = findCampaign(tx, campaignId)
    authorise(actor, 'reminders.send', { provinceCode: campaign.provinceCode })
    if (phaseOf(campaign, vietnamDay(now())) === 'draft') throw refuse('notFound')
    if (campaign.state === 'closed') requireRunning(campaign)
    tx.sql.run(
      `INSERT INTO ReminderPlan (campaignId, daysBefore, sentFor) VALUES (?, ?, '[]')
       ON CONFLICT (campaignId) DO UPDATE SET daysBefore = excluded.daysBefore`,
      campaignId,
      JSON.stringify(daysBefore),
    )
    await audit(tx, actor.accountId, 'reminder.plan', campaignId, { days: daysBefore.join(',') })
  })
}

/** Whether today is a day on which to remind and nobody has yet, by mail or otherwise. */
export function isReminderDue(
  campaign: Pick<CampaignRecord, 'id' | 'state' | 'opensOn' | 'closesOn'>,
): boolean {
  const today = vietnamDay(now())
  if (phaseOf(campaign, today) !== 'running') return false
  const days = reminderDays(reader.sql, campaign.id)
  return isPlannedFor(days, daysBetween(today, campaign.closesOn), today) && !nudgedToday(campaign.id)
}
