import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import type { EffectUsed } from '../expected'
import { loadProblem } from '../load-problem.server'
import { planAt, scenarioAt, type PlanRow } from '../plan-row.server'
import type { PlanSettings } from '../settings'
import { checkSettings, type Check } from './checks'
import { parts, valuesOf, type Part, type PartValues } from './parts'
import { editorOf, type Editor } from './save-part.server'
import type { ShownLists } from './plan-lists'
import { codesOf, listsOf } from './setting-lists.server'

export type SettingsView = {
  plan: Pick<PlanRow, 'id' | 'title' | 'state'>
  scenario: { number: number; name: string; revision: number; editor: Editor }
  part: Part
  values: PartValues
  settings: PlanSettings
  lists: ShownLists
  effects: EffectUsed[]
  checks: Check[]
}

/** One page of a scenario's settings with what can be chosen on it, and what clashes in all of them. */
export function viewSettings(actor: Actor, planId: string, number: number, part: string): SettingsView {
  const own = parts.find((each) => each === part)
  const plan = planAt(actor, 'plans.manage', planId)
  if (!own) throw refuse('notFound')
  const scenario = scenarioAt(planId, number)
  const { basis } = reader.sql.get<{ basis: string }>('SELECT basis FROM TrainingPlan WHERE id = ?', planId)!
  const { basis: parsed, ...lists } = listsOf({ provinceCode: plan.provinceCode, basis })
  const { settings, problem, lostPins, effects } = loadProblem(scenario)
  const { name, revision } = scenario
  return {
    plan: { id: plan.id, title: plan.title, state: plan.state },
    scenario: { number, name, revision, editor: editorOf(scenario, reader) },
    part: own,
    values: valuesOf(own, settings, codesOf({ ...lists, basis: parsed })),
    settings,
    lists,
    effects,
    checks: checkSettings(settings, problem, lostPins.length),
  }
}
