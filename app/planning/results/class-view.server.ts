import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { weeksOf } from '../calendar'
import { planAt, scenarioAt, settingsOf } from '../plan-row.server'
import type { PinnedClass } from '../settings'
import { can } from '~/platform/policy/policy'
import { codedClasses, type CodedClass } from './coded-class'
import { planNames } from './plan-names.server'
import type { PlanNames } from './plan-names'
import { storedResult } from './scenario-result.server'

type Option = { value: string; name: string }

export type ClassView = {
  plan: { id: string; title: { vi: string; en: string }; state: 'draft' | 'approved' | 'closed' }
  scenario: { number: number; name: string; revision: number; stale: boolean }
  each: CodedClass
  /** What is wished of it now, where that is not what the result says. */
  wish: PinnedClass | null
  pinned: boolean
  /** Classes of the same module in the result. */
  alike: number
  names: PlanNames
  manages: boolean
  choices: {
    /** Mondays with a day to hold a class on. */ weeks: string[]
    trainers: Option[]
    venues: Option[]
    groups: { value: string; commune: string; position: string; people: number }[]
  }
}

/** One class of a result: who sits in it, and what may be wished of it instead. */
export function viewClassOf(
  actor: Actor,
  planId: string,
  number: number,
  key: string,
  locale: Locale,
): ClassView {
  const plan = planAt(actor, 'plans.view', planId)
  const row = scenarioAt(planId, number)
  const settings = settingsOf(row)
  const stored = storedResult(row)
  if (stored?.result.solve.kind !== 'plan') throw refuse('notFound')
  const { problem } = stored
  const solved = stored.result.settings ?? settings
  const classes = codedClasses(problem, solved, stored.result.solve.plan.classes)
  const each = classes.find((one) => one.key === key)
  if (!each) throw refuse('notFound')
  const names = planNames(
    plan.provinceCode,
    locale,
    settings.modules.map(({ code }) => code),
  )
  const module = problem.modules.findIndex(({ code }) => code === each.module)
  const reach = new Set(
    problem.venues.find(({ id }) => id === each.venue)?.reach.map(({ commune }) => commune),
  )
  const mondays = weeksOf(solved)
  const wish = settings.pins.find((pin) => pin.key === key) ?? null
  return {
    plan: { id: plan.id, title: plan.title, state: plan.state },
    scenario: {
      number,
      name: row.name,
      revision: row.revision,
      stale: row.solvedRevision !== row.revision,
    },
    each,
    wish: wish && differs(wish, each) ? wish : null,
    pinned: wish !== null,
    alike: classes.filter((one) => one.module === each.module && one.delivery !== 'online').length,
    names,
    manages: can(actor, 'plans.manage', { provinceCode: plan.provinceCode }) && plan.state === 'draft',
    choices: {
      weeks: problem.weeks.flatMap((days, i) => {
        const monday = mondays[i]
        return days > 0 && monday ? [monday] : []
      }),
      trainers: problem.trainers
        .filter(({ modules }) => modules.includes(module))
        .map(({ id }) => ({ value: id, name: names.trainers[id] ?? id })),
      venues: problem.venues
        .filter(({ not }) => !not.includes(module))
        .map(({ id }) => ({ value: id, name: names.venues[id] ?? id })),
      groups: problem.groups
        .filter(({ commune }) =>
          each.delivery === 'visit' ? problem.communes[commune]!.code === each.commune : reach.has(commune),
        )
        .map(({ commune, position, people }) => ({
          value: `${problem.communes[commune]!.code}/${position}`,
          commune: problem.communes[commune]!.code,
          position,
          people,
        })),
    },
  }
}

function differs(wish: PinnedClass, each: CodedClass): boolean {
  const seats = (list: CodedClass['seats']) =>
    list
      .filter((one) => one.seats > 0)
      .map((one) => `${one.commune}/${one.position}/${one.seats}`)
      .sort()
      .join(' ')
  return (
    (wish.week !== null && wish.week !== each.week) ||
    (wish.trainer !== null && wish.trainer !== each.trainer) ||
    (wish.venue !== null && wish.venue !== each.venue) ||
    (wish.seats !== null && seats(wish.seats) !== seats(each.seats))
  )
}
