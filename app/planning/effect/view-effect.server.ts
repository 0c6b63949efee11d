import { currentModules } from '~/learning/modules.server'
import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { followedClasses, seatsOf } from '../carry/follow-up.server'
import { approvedPlan } from '../carry/plan-row.server'
import type { Delivery } from '../problem'
import type { EffectUsed } from '../expected'
import type { ScenarioResult } from '../scenario-result'
import { findCampaign, laterCampaigns } from './later-campaigns.server'
import { storedEffect } from './measure-effect.server'
import type { Estimate } from './did'

/** A module of the plan: what was expected of it, what was measured. */
export type ModuleEffect = {
  module: string
  title: Bilingual
  delivery: Delivery
  completed: number
  expected: { effect: number; error: number } | null
  ability: Estimate | null
  below: Estimate | null
}

export type EffectView = ReturnType<typeof viewEffect>

/** The effect of a plan by a later campaign, next to what the plan expected; without a campaign it says what is missing. */
export function viewEffect(actor: Actor, planId: string, campaignId: string | null) {
  const plan = approvedPlan(actor, planId)
  const campaigns = laterCampaigns(plan)
  const chosen = campaigns.find(({ id }) => id === campaignId) ?? campaigns.at(-1) ?? null
  const stored = chosen && storedEffect(planId, chosen.id)
  const classes = followedClasses(planId, plan.approvedAt)
  const seats = seatsOf(planId, classes)
  const used = effectsUsed(planId)
  const titles = new Map(currentModules().map(({ code, title }) => [code, title]))
  const doneIn = (classId: string) =>
    seats.filter((seat) => seat.classId === classId && seat.completed).length
  const expectedDone = classes.reduce((sum, { classId, expected, quotas }) => {
    const places = quotas.reduce((total, quota) => total + quota.seats, 0)
    return sum + (places > 0 ? expected * Math.min(1, doneIn(classId) / places) : 0)
  }, 0)
  const modules = (stored?.data.modules ?? []).map(({ module, delivery, ability, below }): ModuleEffect => {
    const own = used.find((each) => each.module === module && each.delivery === delivery)
    const completed = classes
      .filter((each) => each.moduleCode === module && each.delivery === delivery)
      .reduce((sum, { classId }) => sum + doneIn(classId), 0)
    return {
      ...{ module, delivery, completed, ability, below },
      title: titles.get(module) ?? { vi: module, en: module },
      expected: own ? { effect: own.effect, error: own.error } : null,
    }
  })
  const base = plan.campaignId === null ? undefined : findCampaign(plan.campaignId)
  return {
    plan: { id: plan.id, title: plan.title, state: plan.state, sample: plan.sample },
    base: base ? { id: base.id, title: base.title, closedAt: base.closedAt ?? '' } : null,
    campaigns: campaigns.map(({ id, title, closedAt }) => ({ id, title, closedAt: closedAt ?? '' })),
    chosen: chosen && { id: chosen.id, title: chosen.title, closedAt: chosen.closedAt ?? '' },
    effect: stored,
    expected: {
      whole: classes.reduce((sum, each) => sum + each.expected, 0),
      done: expectedDone,
      ability: meanExpected(modules),
    },
    /** People who completed at least one class. */
    completed: new Set(seats.flatMap(({ completed, personId }) => (completed ? [personId] : []))).size,
    modules,
  }
}

function effectsUsed(planId: string): EffectUsed[] {
  const row = reader.sql.get<{ result: string | null }>(
    'SELECT result FROM PlanScenario WHERE planId = ? AND chosen = 1',
    planId,
  )
  return row?.result ? ((JSON.parse(row.result) as ScenarioResult).expected?.effects ?? []) : []
}

/** What the plan expected of those who completed, in logits; null where it says nothing of their modules. */
function meanExpected(modules: readonly ModuleEffect[]): number | null {
  const known = modules.filter(({ expected, completed }) => expected !== null && completed > 0)
  const people = known.reduce((sum, { completed }) => sum + completed, 0)
  return people === 0
    ? null
    : known.reduce((sum, { expected, completed }) => sum + expected!.effect * completed, 0) / people
}
