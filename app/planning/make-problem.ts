import { shareAfter, probitBelow, type Basis } from './basis'
import { weeksOf, workingDays } from './calendar'
import type { EffectUsed } from './expected'
import type { Delivery, Offer, PlanProblem } from './problem'
import { isIn, type Travel, type Trainer, type Venue } from './resources/resource'
import { wishOf, type Indices } from './wishes'
import type { PinnedClass, PlanSettings } from './settings'

export type ProblemParts = {
  settings: PlanSettings
  basis: Basis
  /** All of the province; the settings say which of them the plan may use. */
  trainers: readonly Trainer[]
  venues: readonly Venue[]
  travel: readonly Travel[]
  /** Of every module in use and delivery on offer (effectsOf). */
  effects: readonly EffectUsed[]
  /** Classes of the result before, by codes. */
  earlier?: readonly Omit<PinnedClass, 'key'>[]
}

/** `lostPins`: keys of pinned classes whose module, venue, trainer or commune is no longer in the settings. */
export type MadeProblem = { problem: PlanProblem; lostPins: string[] }

const known = (index: number) => index >= 0

/**
 * Turns what a planner decided into a problem for the solver. A seat gains Σ weight · (p − p after) over the competencies
 * that the module teaches and the position needs, p from the basis and p after from the module's effect; never below 0. The
 * result depends on what is in the lists, not on their order.
 */
export function makeProblem(parts: ProblemParts): MadeProblem {
  const { settings, basis, effects } = parts
  const weeks = weeksOf(settings).map((monday) => workingDays(settings, monday))
  const inPlan = new Set(settings.communes)
  const ofPlan = basis.groups
    .map(([c, p, people]) => ({
      c,
      p,
      people,
      code: basis.communes[c]!.code,
      position: basis.positions[p]!.code,
    }))
    .filter(({ code }) => inPlan.has(code))
    .sort((a, b) => order(a.code, b.code) || order(a.position, b.position))
  const codes = [...new Set(ofPlan.map(({ code }) => code))]
  const communeAt = indexOf(codes)
  const units = unitsOf(parts, ofPlan, communeAt)
  const unitAt = indexOf(units.map(({ commune, code }) => `${commune} ${code}`))
  const groups = ofPlan.map(({ code, position, people, p }) => {
    const commune = communeAt(code)
    return { commune, unit: unitAt(`${commune} ${basis.positions[p]!.department}`), position, people }
  })
  const banned = new Set(settings.forbidden.flatMap(({ module, venue }) => (venue === null ? [module] : [])))
  const used = settings.modules.filter((each) => each.used).sort((a, b) => order(a.code, b.code))
  const moduleAt = indexOf(used.map(({ code }) => code))
  const venues = parts.venues
    .filter(({ id }) => settings.venues.includes(id))
    .sort((a, b) => order(a.id, b.id))
  const trainers = parts.trainers
    .filter(({ id }) => settings.trainers.includes(id))
    .sort((a, b) => order(a.id, b.id))
  const offers = ofPlan.flatMap((group, g) =>
    used.flatMap(({ code }, module): Offer[] => {
      if (banned.has(code)) return []
      const gain = gainsOf(
        parts,
        group,
        effects.filter((each) => each.module === code),
      )
      return Object.keys(gain).length > 0 ? [{ module, group: g, most: group.people, gain }] : []
    }),
  )
  const indices: Indices = {
    module: moduleAt,
    venue: indexOf(venues.map(({ id }) => id)),
    trainer: indexOf(trainers.map(({ id }) => id)),
    commune: communeAt,
    week: indexOf(weeksOf(settings)),
    group: indexOf(ofPlan.map(({ code, position }) => `${code} ${position}`)),
  }
  const pins = settings.pins.map((pin) => ({ key: pin.key, ...wishOf(pin, indices) }))
  const problem: PlanProblem = {
    weeks: weeks.map(({ length }) => length),
    communes: codes.map((code, commune) => {
      const people = groups.reduce((sum, each) => sum + (each.commune === commune ? each.people : 0), 0)
      return { code, people, least: Math.ceil(settings.leastCoverage * people - 1e-9) }
    }),
    units,
    groups,
    modules: used.map((each) => {
      const offered = new Set(banned.has(each.code) ? [] : each.deliveries)
      return {
        code: each.code,
        days: daysOf(each.hours, settings.hoursPerDay),
        ...(offered.has('class') && { class: { least: each.least, most: each.most } }),
        ...(offered.has('visit') && { visit: { least: 1, most: each.visitMost } }),
        ...(offered.has('online') && { online: true as const }),
        classes: { least: each.atLeast, most: each.atMost },
      }
    }),
    venues: venues.map(({ id, seats, rooms, closed, commune }) => ({
      id,
      seats,
      rooms,
      days: weeks.map((days) => days.filter((day) => !isIn(closed, day)).length),
      reach: reachOf(parts, { id, commune }, codes),
      not: settings.forbidden
        .flatMap(({ module, venue }) => (venue === id ? [moduleAt(module)] : []))
        .filter(known)
        .sort((a, b) => a - b),
    })),
    trainers: trainers.map(({ id, modules, days, daysPerWeek, away }) => ({
      id,
      modules: [...new Set(modules.map(moduleAt))].filter(known).sort((a, b) => a - b),
      days,
      free: weeks.map((own) => Math.min(daysPerWeek, own.filter((day) => !isIn(away, day)).length)),
    })),
    offers,
    overlaps: overlapsOf(
      parts,
      ofPlan,
      offers,
      used.map(({ code }) => code),
    ),
    norms: settings.norms,
    rules: { budget: settings.budget, perPerson: settings.perPerson },
    pins: pins.flatMap(({ key, wish }) => (wish ? [{ ...wish, key }] : [])),
    earlier: (parts.earlier ?? []).flatMap((each) => {
      const { wish, whole } = wishOf(each, indices)
      return wish && whole ? [wish] : []
    }),
  }
  return { problem, lostPins: pins.flatMap(({ key, whole }) => (whole ? [] : [key])) }
}

/** Whole days that so many hours take, at least one. */
export function daysOf(hours: number, hoursPerDay: number): number {
  return Math.max(1, Math.ceil(hours / hoursPerDay - 1e-9))
}

/** How many of a unit may be away at once: the share rounded down, but one of two or more; in a unit that stays open one stays. */
export function mostAway(people: number, share: number, staysOpen: boolean): number {
  if (share <= 0) return 0
  const away = Math.floor(share * people + 1e-9)
  const most = people >= 2 ? Math.max(1, away) : away
  return staysOpen ? Math.min(most, people - 1) : most
}

/** What the gap of a competency counts: its own weight, that of its domain (`d:` and its code), or 1. */
export function weightOf(
  weights: PlanSettings['weights'],
  competency: { code: string; domain: string },
): number {
  return weights[competency.code] ?? weights[`d:${competency.domain}`] ?? 1
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function indexOf(values: readonly string[]): (value: string) => number {
  const at = new Map(values.map((value, i) => [value, i]))
  return (value) => at.get(value) ?? -1
}

type Grouped = { c: number; p: number; people: number; code: string; position: string }

function unitsOf(
  { basis, settings }: ProblemParts,
  groups: readonly Grouped[],
  communeAt: (code: string) => number,
) {
  const people = new Map<string, { commune: number; code: string; people: number }>()
  for (const group of groups) {
    const code = basis.positions[group.p]!.department
    const key = `${group.code} ${code}`
    const unit = people.get(key) ?? { commune: communeAt(group.code), code, people: 0 }
    people.set(key, { ...unit, people: unit.people + group.people })
  }
  return [...people.values()]
    .sort((a, b) => a.commune - b.commune || order(a.code, b.code))
    .map((unit) => ({
      ...unit,
      away: mostAway(unit.people, settings.awayShare, settings.open.includes(unit.code)),
    }))
}

function gainsOf(
  { basis, settings }: ProblemParts,
  { c, p }: Grouped,
  effects: readonly EffectUsed[],
): Partial<Record<Delivery, number>> {
  const needs = basis.positions[p]!.needs
  const gain: Partial<Record<Delivery, number>> = {}
  for (const { delivery, effect, teaches = [] } of effects) {
    if (effect <= 0) continue
    const sum = needs.reduce((total, k) => {
      const competency = basis.competencies[k]!
      const probit = teaches.includes(competency.code) ? probitBelow(basis, c, p, k) : null
      if (probit === null) return total
      const weight = weightOf(settings.weights, competency)
      return total + weight * (shareAfter(probit, 0, basis.sd) - shareAfter(probit, effect, basis.sd))
    }, 0)
    if (sum > 1e-6) gain[delivery as Delivery] = Math.round(sum * 1e6) / 1e6
  }
  return gain
}

/** For each competency of a group the offers that teach it: nobody is taught it twice. One that is inside another is left out. */
function overlapsOf(
  { basis, effects }: ProblemParts,
  groups: readonly Grouped[],
  offers: readonly Offer[],
  modules: readonly string[],
): PlanProblem['overlaps'] {
  const teaches = modules.map(
    (code) => new Set(effects.filter(({ module }) => module === code).flatMap((each) => each.teaches ?? [])),
  )
  const byGroup = new Map<number, number[]>()
  offers.forEach(({ group }, i) => byGroup.set(group, [...(byGroup.get(group) ?? []), i]))
  return groups.flatMap(({ p, people }, g) => {
    const own = byGroup.get(g) ?? []
    const sets = basis.positions[p]!.needs.map((k) =>
      own.filter((i) => teaches[offers[i]!.module]!.has(basis.competencies[k]!.code)),
    )
      .filter(({ length }) => length > 1)
      .sort((a, b) => b.length - a.length)
    const kept: number[][] = []
    for (const set of sets) if (!kept.some((wide) => set.every((i) => wide.includes(i)))) kept.push(set)
    return kept.map((set) => ({ offers: set, most: people }))
  })
}

/** The venue's own commune is at its door where no hours were given. */
function reachOf(
  { travel, settings }: ProblemParts,
  venue: Pick<Venue, 'id' | 'commune'>,
  communes: readonly string[],
): { commune: number; hours: number }[] {
  const hours = new Map(
    travel.filter((each) => each.venue === venue.id).map((each) => [each.commune, each.hours]),
  )
  if (venue.commune !== null && !hours.has(venue.commune)) hours.set(venue.commune, 0)
  return communes.flatMap((code, commune) => {
    const own = hours.get(code)
    return own !== undefined && own <= settings.travelAtMost ? [{ commune, hours: own }] : []
  })
}
