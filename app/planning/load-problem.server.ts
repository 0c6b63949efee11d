import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { basisSchema, type Basis } from './basis'
import { effectsOf } from './effects'
import type { EffectUsed } from './expected'
import { makeProblem, type MadeProblem } from './make-problem'
import { pastGains, plannableModules } from './past-effects.server'
import { settingsOf, type From, type ScenarioRow } from './plan-row.server'
import type { PlanProblem } from './problem'
import { codedClasses } from './results/coded-class'
import { allTrainers, allVenues, travelOf } from './resources/resources.server'
import type { ScenarioResult } from './scenario-result'
import type { PlanSettings } from './settings'

export type LoadedProblem = MadeProblem & { effects: EffectUsed[]; basis: Basis; settings: PlanSettings }

/**
 * The problem that a scenario's settings state now, with the effects that it counts with; `lostPins` are the pinned classes
 * that name something which the settings no longer hold. It needs no campaign: the plan holds what it rests on.
 */
export function loadProblem(
  scenario: Pick<ScenarioRow, 'planId' | 'settings' | 'problem' | 'result'>,
  from: From = reader,
): LoadedProblem {
  const plan = from.sql.get<{ provinceCode: string; basis: string }>(
    'SELECT provinceCode, basis FROM TrainingPlan WHERE id = ?',
    scenario.planId,
  )
  if (!plan) throw refuse('notFound')
  const settings = settingsOf(scenario)
  const basis = basisSchema.parse(JSON.parse(plan.basis))
  const effects = effectsOf(settings.modules, plannableModules(), pastGains(plan.provinceCode))
  const made = makeProblem({
    settings,
    basis,
    effects,
    trainers: allTrainers(plan.provinceCode, from),
    venues: allVenues(plan.provinceCode, from),
    travel: travelOf(plan.provinceCode, from),
    earlier: earlierClasses(scenario),
  })
  return { ...made, effects, basis, settings }
}

/** The classes of the result before by codes; none where there is no result, or one that told of a clash. */
function earlierClasses({ problem, result }: Pick<ScenarioRow, 'problem' | 'result'>) {
  if (!problem || !result) return []
  const { solve, settings } = JSON.parse(result) as ScenarioResult
  if (solve.kind !== 'plan' || !settings) return []
  return codedClasses(JSON.parse(problem) as PlanProblem, settings, solve.plan.classes).flatMap((each) =>
    each.delivery === 'online' ? [] : [{ ...each, delivery: each.delivery }],
  )
}
