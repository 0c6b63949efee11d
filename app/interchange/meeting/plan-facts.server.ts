import { storedEffect } from '~/planning/effect/measure-effect.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import type { PlanFact } from './plan-lines'

type Row = {
  id: string
  title: string
  titleEn: string | null
  state: PlanFact['state']
  classes: number | null
  expected: string | null
}

const sql = `SELECT p.id, p.title, p.titleEn, p.state, json_array_length(s.result, '$.solve.plan.classes') AS classes,
    json_extract(s.result, '$.expected.whole') AS expected
  FROM TrainingPlan p LEFT JOIN PlanScenario s ON s.id = (SELECT id FROM PlanScenario o WHERE o.planId = p.id
    ORDER BY chosen DESC, result IS NOT NULL DESC, number LIMIT 1)`

/**
 * The plan made from a campaign (the approved one before drafts that were solved) and the approved plan of the campaign
 * before it; nothing for who may not see plans.
 */
export function planFacts(
  actor: Actor,
  campaign: { id: string; provinceCode: string },
  earlierId: string | null,
): { own: PlanFact | null; before: PlanFact | null } {
  if (!can(actor, 'plans.manage', { provinceCode: campaign.provinceCode })) return { own: null, before: null }
  const own = reader.sql.get<Row>(
    `${sql} WHERE p.provinceCode = ? AND p.campaignId = ? AND s.result IS NOT NULL
     ORDER BY p.state = 'approved' DESC, p.createdAt DESC LIMIT 1`,
    campaign.provinceCode,
    campaign.id,
  )
  const before =
    earlierId === null
      ? undefined
      : reader.sql.get<Row>(
          `${sql} WHERE p.provinceCode = ? AND p.campaignId = ? AND p.state <> 'draft'
           ORDER BY p.approvedAt DESC LIMIT 1`,
          campaign.provinceCode,
          earlierId,
        )
  return { own: own ? fact(own, null) : null, before: before ? fact(before, campaign.id) : null }
}

function fact({ id, title, titleEn, state, classes, expected }: Row, later: string | null): PlanFact {
  const stored = later === null ? null : storedEffect(id, later)
  return {
    id,
    title: { vi: title, en: titleEn ?? title },
    state,
    classes: classes ?? 0,
    expected: expected === null ? null : (JSON.parse(expected) as PlanFact['expected']),
    effect: stored && { ability: stored.data.ability },
  }
}
