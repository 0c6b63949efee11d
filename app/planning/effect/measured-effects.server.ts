import { reader } from '~/platform/db/db.server'
import type { Delivery } from '../problem'
import { effectMethod } from './did'
import type { PlanEffectData } from './plan-effect'

/** The effect of a module in a plan that was carried out, against people not yet trained: logits and their standard error. */
export type MeasuredEffect = {
  planId: string
  module: string
  delivery: Delivery
  effect: number
  error: number
}

/** What the plans of a province were measured to do, one row for each module, delivery and plan; of a plan the newest. */
export function measuredPlanEffects(provinceCode: string): MeasuredEffect[] {
  const rows = reader.sql.all<{ planId: string; data: string }>(
    `SELECT e.planId, e.data FROM PlanEffect e JOIN TrainingPlan p ON p.id = e.planId
     WHERE p.provinceCode = ? AND e.method = ? AND e.at = (SELECT max(at) FROM PlanEffect o WHERE o.planId = e.planId
       AND o.method = e.method) ORDER BY e.at, e.planId`,
    provinceCode,
    effectMethod,
  )
  return rows.flatMap(({ planId, data }) =>
    (JSON.parse(data) as PlanEffectData).modules.flatMap(({ module, delivery, ability }): MeasuredEffect[] =>
      ability ? [{ planId, module, delivery, effect: ability.effect, error: ability.error }] : [],
    ),
  )
}
