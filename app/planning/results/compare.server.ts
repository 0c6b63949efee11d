import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { planAt, scenarioAt, settingsOf, type PlanRow } from '../plan-row.server'
import type { PlanSettings } from '../settings'
import { planNames } from './plan-names.server'
import type { PlanNames } from './plan-names'
import { scenarioLines, storedResult, type ScenarioLine } from './scenario-result.server'
import { solvedView, type SolvedView } from './solved-view'

type ComparedScenario = {
  line: ScenarioLine
  /** The settings as they are now; those that were solved stand in `solved`. */
  settings: PlanSettings
  stale: boolean
  solved: SolvedView | null
}
/** One that there is a result of. */
export type SolvedScenario = ComparedScenario & { solved: SolvedView }
export type Comparison = {
  plan: Pick<PlanRow, 'id' | 'title' | 'state'>
  scenarios: ComparedScenario[]
  names: PlanNames
  manages: boolean
}

/** The scenarios of a plan beside each other. */
export function comparePlan(actor: Actor, planId: string, locale: Locale): Comparison {
  const plan = planAt(actor, 'plans.view', planId)
  const scenarios = scenarioLines(planId).map((line): ComparedScenario => {
    const row = scenarioAt(planId, line.number)
    const settings = settingsOf(row)
    const stored = storedResult(row)
    return {
      line,
      settings,
      stale: row.solvedRevision !== row.revision,
      solved: stored ? solvedView(stored, settings) : null,
    }
  })
  return {
    plan: { id: plan.id, title: plan.title, state: plan.state },
    scenarios,
    names: planNames(
      plan.provinceCode,
      locale,
      scenarios.flatMap(({ settings }) => settings.modules.map(({ code }) => code)),
    ),
    manages: can(actor, 'plans.manage', { provinceCode: plan.provinceCode }) && plan.state === 'draft',
  }
}
