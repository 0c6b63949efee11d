import { communesIn } from '~/people/places/places.server'
import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { resourcesProvince } from '../resources/save-resource.server'
import { allTrainers, allVenues, normsOf, travelOf } from '../resources/resources.server'

type Row = {
  id: string
  title: string
  titleEn: string | null
  state: 'draft' | 'approved' | 'closed'
  campaign: string | null
  campaignId: string | null
  scenarios: number
  budget: number | null
  classes: number | null
  editedAt: string
  editor: string | null
}

export type ListedPlan = Omit<Row, 'title' | 'titleEn' | 'campaign'> & {
  title: Bilingual
  campaign: Bilingual | null
}

/** What a plan is made from, as far as the province has it. */
export type PlanSteps = {
  campaigns: number
  trainers: number
  venues: number
  /** Communes with hours to some venue, of all. */
  reached: number
  communes: number
  norms: boolean
}

export type PlansView = {
  plans: ListedPlan[]
  steps: PlanSteps
  removal: { id: string; title: Bilingual } | null
}

/**
 * The plans of the actor's province, the one changed last first. Budget and classes are those of the approved scenario, else
 * of the first that was solved, else of the first; the campaign is named as when the plan was made.
 */
export function listPlans(actor: Actor, asked: { remove?: string | null } = {}): PlansView {
  const provinceCode = resourcesProvince(actor)
  const rows = reader.sql.all<Row>(
    `SELECT p.id, p.title, p.titleEn, p.state, json_extract(p.basis, '$.campaign.title') AS campaign,
       (SELECT id FROM Campaign c WHERE c.id = p.campaignId) AS campaignId,
       (SELECT count(*) FROM PlanScenario o WHERE o.planId = p.id) AS scenarios,
       json_extract(s.settings, '$.budget') AS budget,
       json_array_length(s.result, '$.solve.plan.classes') AS classes,
       max(p.createdAt, coalesce((SELECT max(editedAt) FROM PlanScenario o WHERE o.planId = p.id), '')) AS editedAt,
       (SELECT a.displayName FROM PlanScenario o LEFT JOIN Account a ON a.id = o.editedBy WHERE o.planId = p.id
        ORDER BY o.editedAt DESC LIMIT 1) AS editor
     FROM TrainingPlan p LEFT JOIN PlanScenario s ON s.id = (SELECT id FROM PlanScenario o WHERE o.planId = p.id
       ORDER BY chosen DESC, result IS NOT NULL DESC, number LIMIT 1)
     WHERE p.provinceCode = ? ORDER BY editedAt DESC, p.id`,
    provinceCode,
  )
  const plans = rows.map(({ title, titleEn, campaign, ...rest }) => ({
    ...rest,
    title: { vi: title, en: titleEn ?? title },
    campaign: campaign === null ? null : (JSON.parse(campaign) as Bilingual),
  }))
  const removal = plans.find(({ id, state }) => id === asked.remove && state === 'draft')
  return {
    plans,
    steps: stepsOf(provinceCode),
    removal: removal ? { id: removal.id, title: removal.title } : null,
  }
}

function stepsOf(provinceCode: string): PlanSteps {
  const travel = travelOf(provinceCode)
  const venues = allVenues(provinceCode)
  const near = new Set([
    ...travel.map(({ commune }) => commune),
    ...venues.flatMap(({ commune }) => commune ?? []),
  ])
  return {
    campaigns: releasedCampaigns(provinceCode).length,
    trainers: allTrainers(provinceCode).length,
    venues: venues.length,
    reached: near.size,
    communes: communesIn(provinceCode).length,
    norms: normsOf(provinceCode).length > 0,
  }
}

export type CampaignChoice = { id: string; title: Bilingual; closedAt: string | null; isReleased: boolean }

/** The campaigns of a province whose results are out, the last first. */
export function releasedCampaigns(provinceCode: string): CampaignChoice[] {
  return campaignsOf(provinceCode).filter(({ isReleased }) => isReleased)
}

/** The campaigns of a province that have been opened, the last first. */
export function campaignsOf(provinceCode: string): CampaignChoice[] {
  return reader.sql
    .all<{
      id: string
      title: string
      titleEn: string | null
      closedAt: string | null
      estimatedAt: string | null
    }>(
      `SELECT id, title, titleEn, closedAt, estimatedAt FROM Campaign WHERE provinceCode = ? AND state <> 'draft'
       ORDER BY closesOn DESC, id`,
      provinceCode,
    )
    .map(({ id, title, titleEn, closedAt, estimatedAt }) => ({
      id,
      title: { vi: title, en: titleEn ?? title },
      closedAt,
      isReleased: estimatedAt !== null,
    }))
}
