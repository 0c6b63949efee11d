import type { PlanProgress } from '~/campaigns/plan-progress'
import { stateOf } from '~/classes/class'
import { sessionsOf } from '~/classes/class-at.server'
import { workProvince } from '~/people/places/work-province.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'

type PlanRow = { id: string; title: string; titleEn: string | null; budget: number | null }
type ClassRow = { classId: string; cost: number; cancelledAt: string | null }

/**
 * How far the newest approved plan of the actor's province is, by the clock: a class is held when its last session has
 * ended. Null for who may not see plans, and without an approved plan.
 */
export function planProgress(actor: Actor, locale: Locale): PlanProgress | null {
  if (!can(actor, 'plans.view')) return null
  const provinceCode = workProvince(actor, 'plans.view')
  if (!can(actor, 'plans.view', { provinceCode })) return null
  const plan = reader.sql.get<PlanRow>(
    `SELECT p.id, p.title, p.titleEn, json_extract(s.settings, '$.budget') AS budget
     FROM TrainingPlan p LEFT JOIN PlanScenario s ON s.planId = p.id AND s.chosen = 1
     WHERE p.provinceCode = ? AND p.state = 'approved' ORDER BY p.approvedAt DESC, p.id LIMIT 1`,
    provinceCode,
  )
  if (!plan) return null
  const at = now()
  const classes = reader.sql
    .all<ClassRow>(
      `SELECT c.classId, c.cost, t.cancelledAt FROM PlannedClass c JOIN TrainingClass t ON t.id = c.classId
       WHERE c.planId = ?`,
      plan.id,
    )
    .map(({ classId, cost, cancelledAt }) => ({
      cost,
      state: stateOf({ sessions: sessionsOf(reader, classId), cancelledAt }, at),
    }))
  const held = classes.filter(({ state }) => state === 'ended')
  return {
    planId: plan.id,
    title: locale === 'en' ? (plan.titleEn ?? plan.title) : plan.title,
    held: held.length,
    classes: classes.filter(({ state }) => state !== 'cancelled').length,
    spent: held.reduce((sum, { cost }) => sum + cost, 0),
    budget: plan.budget,
  }
}
