import { formVersion } from '~/assessment/content.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { daysBetween, phaseOf, sumRates, type Phase, type Rates } from './campaign'
import type { QuizMode } from './draft'
import { findCampaign, type CampaignRecord } from './find-campaign.server'
import { isReminderDue } from './reminders/reminder-plan.server'
import { responseRates, type CommuneRates } from './response-rates.server'
import { titleOf } from './survey-pages.server'
import { asksTeams, teamPosition, whoIsAsked, type Reach } from './who-is-asked.server'

export type FormFact = { code: string; version: number; title: string; minutes: number }

export type CampaignView = {
  id: string
  title: string
  phase: Phase
  opensOn: string
  closesOn: string
  openedAt: string | null
  closedAt: string | null
  /** Its figures can be read: some minutes after it closes. */
  released: boolean
  daysLeft: number
  /** Today is a day on which it was planned to remind people, and nobody was reminded yet. */
  remindToday: boolean
  communeCount: number
  /** Null where every position is asked. */
  positions: string[] | null
  personForm: FormFact
  communeForm: FormFact | null
  quizMode: QuizMode
  /** May open, extend, close and see every commune. */
  manages: boolean
  /** May look at the survey form. */
  seesForms: boolean
  rates: CommuneRates[]
  total: Rates
  /** What a draft would ask, if it opened now. */
  reach: Reach | null
}

/** The page of a campaign: what it asks, and how far each commune is that the actor may see. */
export function viewCampaign(actor: Actor, id: string, locale: Locale): CampaignView {
  authorise(actor, 'campaign.rates')
  const campaign = findCampaign(reader, id)
  const rates = responseRates(actor, campaign)
  const today = vietnamDay(now())
  const manages = can(actor, 'campaign.manage', { provinceCode: campaign.provinceCode })
  return {
    id,
    title: titleOf(campaign, locale),
    phase: phaseOf(campaign, today),
    opensOn: campaign.opensOn,
    closesOn: campaign.closesOn,
    openedAt: campaign.openedAt,
    closedAt: campaign.closedAt,
    released: campaign.estimatedAt !== null,
    daysLeft: daysBetween(today, campaign.closesOn),
    remindToday: isReminderDue(campaign),
    communeCount: campaign.communeCodes.length,
    positions: positionNames(campaign, locale),
    personForm: formFact(campaign.personFormVersionId, locale),
    communeForm: campaign.communeFormVersionId ? formFact(campaign.communeFormVersionId, locale) : null,
    quizMode: campaign.quizMode,
    manages,
    seesForms: can(actor, 'items.view', { provinceCode: campaign.provinceCode }),
    rates,
    total: sumRates(rates),
    reach: manages && campaign.state === 'draft' ? whoIsAsked(actor, campaign) : null,
  }
}

function formFact(id: string, locale: Locale): FormFact {
  const { code, version, title, minutes } = formVersion(id)
  return { code, version, title: title[locale], minutes }
}

function positionNames(campaign: CampaignRecord, locale: Locale): string[] | null {
  const positionCodes = asksTeams(campaign) ? [teamPosition] : campaign.positionCodes
  if (positionCodes === null) return null
  return reader.sql
    .all<{ name: string }>(
      `SELECT ${locale === 'vi' ? 'p.nameVi' : 'p.nameEn'} AS name FROM Position p JOIN Department d ON d.code = p.departmentCode
       WHERE p.code IN (SELECT value FROM json_each(?)) ORDER BY d."order", p."order"`,
      JSON.stringify(positionCodes),
    )
    .map(({ name }) => name)
}
