import { env } from '~/env.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import { log } from '~/platform/log/log.server'
import { mailIsConfigured } from '~/platform/mail/outbox.server'
import { daysBetween, phaseOf } from '../campaign'
import { findCampaign } from '../find-campaign.server'
import { ratesOf } from '../response-rates.server'
import { writeNudges } from './nudges.server'
import { reminderDays } from './reminder-plan.server'
import { isPlannedFor, isSendingHour } from './reminder-days'
import { lacking } from './lacking'
import { mailReminders, proposedTexts } from './remind-now.server'

const plannedSql = `SELECT p.campaignId AS id FROM ReminderPlan p JOIN Campaign c ON c.id = p.campaignId
  WHERE c.state = 'open' AND c.opensOn <= ? AND c.closesOn >= ? AND p.daysBefore <> '[]'`

/**
 * Sends the reminders of campaigns whose plan names today, once a day, between 8:00 and 17:00 in Vietnam. The day is noted in
 * the transaction that queues them. Without mail nothing is sent, and the desk says what there is to do.
 */
export async function sendDueReminders(): Promise<void> {
  const moment = now()
  if (!mailIsConfigured() || !env.APP_URL || !isSendingHour(moment)) return
  const today = vietnamDay(moment)
  for (const { id } of reader.sql.all<{ id: string }>(plannedSql, today, today)) await remind(id, today)
}

async function remind(id: string, today: string): Promise<void> {
  await inTransaction(async (tx) => {
    const campaign = findCampaign(tx, id)
    const days = reminderDays(tx.sql, id)
    const daysLeft = daysBetween(today, campaign.closesOn)
    if (phaseOf(campaign, today) !== 'running' || !isPlannedFor(days, daysLeft, today)) return
    const { office, person, personEn } = proposedTexts()
    const communes = lacking(ratesOf(campaign, campaign.communeCodes))
    const { reached, messages } = mailReminders(tx, {
      campaign,
      communes,
      wordings: { office, person: { vi: person, en: personEn } },
      origin: env.APP_URL!.replace(/\/$/, ''),
      createdBy: null,
    })
    writeNudges(tx, { noteId: `${id}:${today}`, campaignId: id, via: 'mail', by: null, communes: reached })
    tx.sql.run(
      'UPDATE ReminderPlan SET sentFor = ? WHERE campaignId = ?',
      JSON.stringify([...days.sentFor, today]),
      id,
    )
    log.info({ campaignId: id, communes: reached.length, messages }, 'reminders queued by their date')
  })
}
