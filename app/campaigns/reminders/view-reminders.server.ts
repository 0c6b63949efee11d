import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { mailIsConfigured } from '~/platform/mail/outbox.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { daysBetween, phaseOf, sumRates, type Phase, type Rates } from '../campaign'
import { communesWithin, findCampaign, type CampaignRecord } from '../find-campaign.server'
import { listMissing, type MissingPerson } from '../list-missing.server'
import { ratesOf, type CommuneRates } from '../response-rates.server'
import { titleOf } from '../survey-pages.server'
import { lacking } from './lacking'
import { lastNudges, type Nudge } from './nudges.server'
import { officesOf, peopleToMail, type Office } from './recipients.server'
import { personValues, type Lacking } from './remind-now.server'
import { isReminderDue, reminderDays } from './reminder-plan.server'

export type CampaignFacts = {
  id: string
  title: string
  phase: Phase
  opensOn: string
  closesOn: string
  daysLeft: number
}
export type ReminderRow = CommuneRates & { last: Nudge | null; of: Office['of'] }

export type RemindersView = {
  campaign: CampaignFacts
  rows: ReminderRow[]
  total: Rates
  /** Mail can be sent from here. */
  mail: boolean
  /** A planner sets the days and the addresses; a leader reminds the own commune. */
  manages: boolean
  daysBefore: number[]
  dueToday: boolean
}

/** A campaign of which the actor may remind people somewhere, and those communes. */
export function remindable(actor: Actor, id: string): { campaign: CampaignRecord; within: string[] } {
  authorise(actor, 'reminders.send')
  const campaign = findCampaign(reader, id)
  return { campaign, within: communesWithin(actor, 'reminders.send', campaign) }
}

export function factsOf(campaign: CampaignRecord, locale: Locale): CampaignFacts {
  const today = vietnamDay(now())
  const { id, opensOn, closesOn } = campaign
  return {
    id,
    title: titleOf(campaign, locale),
    phase: phaseOf(campaign, today),
    opensOn,
    closesOn,
    daysLeft: daysBetween(today, closesOn),
  }
}

/** How far each commune is and when it was reminded last. */
export function viewReminders(actor: Actor, id: string, locale: Locale): RemindersView {
  const { campaign, within } = remindable(actor, id)
  const rates = ratesOf(campaign, within)
  const last = lastNudges(id)
  const offices = officesOf(reader.sql, within)
  return {
    campaign: factsOf(campaign, locale),
    rows: rates.map((each) => ({
      ...each,
      last: last.get(each.code) ?? null,
      of: offices.get(each.code)?.of ?? null,
    })),
    total: sumRates(rates),
    mail: mailIsConfigured(),
    manages: can(actor, 'reminders.send', { provinceCode: campaign.provinceCode }),
    daysBefore: reminderDays(reader.sql, id).daysBefore,
    dueToday: isReminderDue(campaign),
  }
}

export type MailTo = Lacking & { office: Office; people: number }

/** Whom a reminder by mail would reach in the chosen communes. */
export function mailTo(
  campaign: CampaignRecord,
  codes: string[],
): { communes: MailTo[]; resting: number; english: number } {
  const offices = officesOf(reader.sql, codes)
  const { people, resting } = peopleToMail(reader.sql, campaign.id, codes)
  return {
    communes: lacking(ratesOf(campaign, codes)).map((commune) => ({
      ...commune,
      office: offices.get(commune.code)!,
      people: people.filter(({ communeCode }) => communeCode === commune.code).length,
    })),
    resting,
    english: people.filter(({ locale }) => locale === 'en').length,
  }
}

export type MissingSheet = { code: string; name: string; people: MissingPerson[]; form: CommuneRates['form'] }

/** The people who have not submitted, a sheet for each of the chosen communes. */
export function missingSheets(
  actor: Actor,
  campaign: CampaignRecord,
  codes: string[],
  locale: Locale,
): MissingSheet[] {
  const { people } = listMissing(actor, campaign.id, null, locale)
  return lacking(ratesOf(campaign, codes)).map(({ code, name, form }) => ({
    code,
    name,
    form,
    people: people.filter(({ communeCode }) => communeCode === code),
  }))
}

/** What a text to paste into a chat says of each of the chosen communes: counts, no names. */
export function messageFacts(campaign: CampaignRecord, codes: string[], origin: string) {
  return { communes: lacking(ratesOf(campaign, codes)), values: personValues(campaign, 'vi', origin) }
}
