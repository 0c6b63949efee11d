import { formatDateTime } from '~/platform/i18n/format'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { planAt, scenarioAt, settingsOf } from '../plan-row.server'
import type { PlanSettings } from '../settings'
import { changeWishes, type ChangeFault, type ScenarioRef } from './change-wishes.server'
import type { EditReply } from './ClassEditForm'
import { breachesOfEdit } from './broken-rules'
import { readClassEdit } from './class-edit'
import { withAtMost, withForbidden, withPin, withoutPin, type ClassIntent } from './class-wishes'
import { codedClasses, pinOf, wishedClass, type CodedClass } from './coded-class'
import { planNames } from './plan-names.server'
import { storedResult } from './scenario-result.server'

type ClassRef = ScenarioRef & { key: string }

/** The class of a result as it stands there, with what was solved. */
function solvedClass(actor: Actor, { planId, number, key }: ClassRef) {
  const { provinceCode } = planAt(actor, 'plans.manage', planId)
  const row = scenarioAt(planId, number)
  const stored = storedResult(row)
  if (stored?.result.solve.kind !== 'plan') throw refuse('notFound')
  const settings = stored.result.settings ?? settingsOf(row)
  const { classes } = stored.result.solve.plan
  const at = classes.findIndex((each) => each.key === key)
  const coded = codedClasses(stored.problem, settings, classes)
  const each = coded[at]
  if (!each) throw refuse('notFound')
  return { provinceCode, problem: stored.problem, settings, classes, at, each, coded }
}

/** Settles something about a class; it takes hold when the plan is worked out again. Null when it is done. */
export async function changeClass(
  actor: Actor,
  ref: ClassRef,
  intent: ClassIntent,
): Promise<ChangeFault['fault'] | null> {
  const { each, coded } = solvedClass(actor, ref)
  const alike = coded.filter((one) => one.module === each.module && one.delivery !== 'online').length
  const fault = await changeWishes(actor, ref, `plan.class.${intent}`, (settings) =>
    settled(settings, intent, each, alike),
  )
  return fault?.fault ?? null
}

function settled(settings: PlanSettings, intent: ClassIntent, each: CodedClass, alike: number): PlanSettings {
  const pin = pinOf(each)
  if (!pin) throw refuse('badRequest')
  switch (intent) {
    case 'pin':
      return withPin(settings, pin)
    case 'unpin':
      return withoutPin(settings, each.key)
    case 'forbid-venue':
      if (each.venue === null) throw refuse('badRequest')
      return withForbidden(settings, { module: each.module, venue: each.venue })
    case 'forbid-module':
      return withForbidden(settings, { module: each.module, venue: null })
    case 'fewer':
      return withAtMost(settings, each.module, Math.max(0, alike - 1))
  }
}

/**
 * Holds a changed class against every rule and keeps it as one that stays. What the class itself breaks is never saved; where
 * it only collides with other classes of the result, the actor has to say that these may move. Null when it is saved.
 */
export async function editClassOf(
  actor: Actor,
  ref: ClassRef,
  typed: Record<string, string>,
  locale: Locale,
): Promise<Omit<EditReply, 'typed'> | null> {
  const { provinceCode, problem, settings, classes, at, each } = solvedClass(actor, ref)
  const edited = readClassEdit(new Map(Object.entries(typed)), each)
  if ('errors' in edited) return { errors: edited.errors }
  const candidate = wishedClass(problem, settings, edited.wish, classes[at]!)
  if (!candidate) return { errors: { week: 'edit.unknown' } }
  const { own, others } = breachesOfEdit(problem, classes, at, candidate, planNames(provinceCode, locale, []))
  if (own.length > 0) return { errors: {}, own }
  if (others.length > 0 && typed.confirm !== 'yes') return { errors: {}, others }
  const fault = await changeWishes(actor, ref, 'plan.class.edit', (now) => withPin(now, edited.wish))
  if (!fault) return null
  if (fault.fault === 'approved') return { errors: { week: 'edit.approved' } }
  return {
    errors: { week: 'edit.changed' },
    values: { week: { by: fault.by, at: formatDateTime(fault.at) } },
    revision: fault.revision,
  }
}
