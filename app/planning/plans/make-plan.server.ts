import { randomUUID } from 'node:crypto'
import { reportCampaign } from '~/gaps/report-campaign.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { defaultSettings } from '../default-settings'
import { planBasis, type NoBasis } from '../make-basis.server'
import { plannableModules } from '../past-effects.server'
import { planAt } from '../plan-row.server'
import { allTrainers, allVenues, normsOf } from '../resources/resources.server'
import { resourcesProvince } from '../resources/save-resource.server'
import { campaignsOf, type CampaignChoice } from './list-plans.server'
import type { NewPlan } from './new-plan'

export type NewPlanView = { campaigns: CampaignChoice[] }

export function viewNewPlan(actor: Actor): NewPlanView {
  return { campaigns: campaignsOf(resourcesProvince(actor)) }
}

export type MadePlan = { id: string; fault?: never } | { id?: never; fault: NoBasis | 'unknown' }

/**
 * Makes a plan of a released campaign with its first scenario: everything of the province in the next quarter. What the plan
 * rests on is copied, so that it needs the campaign no more. The scenario and the days off are named in `locale`.
 */
export async function makePlan(actor: Actor, input: NewPlan, locale: Locale): Promise<MadePlan> {
  const provinceCode = resourcesProvince(actor)
  if (!campaignsOf(provinceCode).some(({ id }) => id === input.campaign)) return { fault: 'unknown' }
  authorise(actor, 'report.province', { provinceCode: reportCampaign(input.campaign).provinceCode })
  const made = planBasis(input.campaign)
  if ('fault' in made) return made
  const t = getT(locale, 'planning')
  const settings = defaultSettings(
    {
      modules: plannableModules(),
      communes: made.basis.communes.map(({ code }) => code),
      trainers: allTrainers(provinceCode).map(({ id }) => id),
      venues: allVenues(provinceCode).map(({ id }) => id),
      norms: normsOf(provinceCode)[0]?.norms ?? null,
      holidays: {
        '01-01': t('holiday.newYear'),
        '04-30': t('holiday.victory'),
        '05-01': t('holiday.labour'),
        '09-02': t('holiday.national'),
      },
    },
    input.budget,
    vietnamDay(now()),
  )
  return inTransaction(async (tx) => {
    const id = randomUUID()
    const at = dbDate(now())
    tx.sql.run(
      `INSERT INTO TrainingPlan (id, provinceCode, campaignId, title, titleEn, state, basis, sample, createdAt, createdBy)
       VALUES (?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?)`,
      ...[id, provinceCode, input.campaign, input.title, input.titleEn, JSON.stringify(made.basis)],
      ...[made.basis.sample ? 1 : 0, at, actor.accountId],
    )
    tx.sql.run(
      `INSERT INTO PlanScenario (id, planId, number, name, settings, revision, state, chosen, editedAt, editedBy)
       VALUES (?, ?, 1, ?, ?, 1, 'editing', 0, ?, ?)`,
      ...[randomUUID(), id, t('new.scenario'), JSON.stringify(settings), at, actor.accountId],
    )
    await audit(tx, actor.accountId, 'plan.create', id, { campaign: input.campaign })
    return { id }
  })
}

/** Deletes a draft with its scenarios. What was approved stays: classes were made of it. */
export async function deletePlan(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { state } = planAt(actor, 'plans.manage', id, tx)
    if (state !== 'draft') throw refuse('badRequest')
    tx.sql.run('DELETE FROM TrainingPlan WHERE id = ?', id)
    await audit(tx, actor.accountId, 'plan.delete', id)
  })
}
