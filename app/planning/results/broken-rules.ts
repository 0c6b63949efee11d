import type { Values } from '~/platform/i18n/translate'
import type { PlanProblem } from '../problem'
import type { SolvedClass } from '../solution'
import { breaches, type Breach } from '../solve/check-plan'
import type { PlanNames } from './plan-names'

/** A rule that would be broken, as a text of `plans` with names for its values. */
export type Broken = { key: string; values: Values; /** Values that are sums of đồng. */ money?: boolean }

/** Rules of the plan as a whole: one class alone cannot keep them. */
const ofThePlan = new Set(['coverage', 'classesLeast', 'pin'])
/** Which days of a week is dealt anew whenever a plan is worked out. */
const dealtAnew = new Set(['trainerDay', 'roomDay'])

/**
 * What a changed class at place `at` of a result would break: `own` by itself, which no other class can make good, and
 * `others` only together with the rest, which working out again may move. Names stand in for codes.
 */
export function breachesOfEdit(
  problem: PlanProblem,
  classes: readonly SolvedClass[],
  at: number,
  candidate: SolvedClass,
  names: PlanNames,
): { own: Broken[]; others: Broken[] } {
  const free = { ...problem, pins: [] }
  const changed = { ...candidate, pinned: false }
  const told = (found: Breach[]) => unique(found.map((breach) => brokenOf(free, changed, breach, names)))
  const own = breaches(free, [changed]).filter(({ rule }) => !ofThePlan.has(rule) && !dealtAnew.has(rule))
  if (own.length > 0) return { own: told(own), others: [] }
  const sign = ({ rule, at: where }: Breach) => `${rule} ${where}`
  const before = new Set(breaches(free, classes).map(sign))
  const after = breaches(
    free,
    classes.map((each, i) => (i === at ? changed : each)),
  ).filter((breach) => !dealtAnew.has(breach.rule) && !before.has(sign(breach)))
  return { own: [], others: told(after) }
}

function unique(list: Broken[]): Broken[] {
  return [...new Map(list.map((each) => [JSON.stringify(each), each])).values()]
}

function brokenOf(
  problem: PlanProblem,
  changed: SolvedClass,
  { rule, at, has, may }: Breach,
  names: PlanNames,
): Broken {
  const { communes, groups, units, offers, overlaps, venues, trainers, modules } = problem
  const commune = (i: number | null | undefined) => {
    const code = communes[i ?? -1]?.code ?? ''
    return names.communes[code] ?? code
  }
  const venue = (i: number | null) => names.venues[venues[i ?? -1]?.id ?? ''] ?? ''
  const trainer = (i: number | null) => names.trainers[trainers[i ?? -1]?.id ?? ''] ?? ''
  const group = (i: number | undefined) => {
    const of = groups[i ?? -1]
    return {
      commune: commune(of?.commune),
      position: names.positions[of?.position ?? ''] ?? of?.position ?? '',
    }
  }
  const days = modules[changed.module]?.days ?? 0
  const broken = (values: Values): Broken => ({ key: `broken.${rule}`, values })
  switch (rule) {
    case 'least':
      return broken({ has, may })
    case 'most':
      return broken({ has, may: Math.min(may, venues[changed.venue ?? -1]?.seats ?? may) })
    case 'calendar':
      return broken({ days })
    case 'venueDays':
      return broken({ venue: venue(changed.venue), days })
    case 'skill':
      return broken({ trainer: trainer(changed.trainer) })
    case 'notHere':
      return broken({ venue: venue(changed.venue) })
    case 'reach':
      return broken({ commune: commune(has), venue: venue(changed.venue) })
    case 'offered':
      return broken(group(has))
    case 'offer':
      return broken({ ...group(offers[at]?.group), has, may })
    case 'overlap':
      return broken({ ...group(offers[overlaps[at]?.offers[0] ?? -1]?.group), has, may })
    case 'perPerson':
    case 'oneClassAWeek':
      return broken({ ...group(at), has, may })
    case 'away':
      return broken({ commune: commune(units[at]?.commune), has, may })
    case 'coverage':
      return broken({ commune: commune(at), has, may })
    case 'trainerDays':
    case 'trainerWeek':
      return broken({ trainer: trainer(at), has, may })
    case 'roomWeek':
      return broken({ venue: venue(at), has, may })
    case 'budget':
      return { ...broken({ has, may }), money: true }
    default:
      return { key: 'broken.other', values: {} }
  }
}
