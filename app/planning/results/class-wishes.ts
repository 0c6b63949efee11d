import type { PinnedClass, PlanSettings } from '../settings'

type Forbidden = PlanSettings['forbidden'][number]

/** Settings with a class that stays, in the place of an earlier wish about it. */
export function withPin(settings: PlanSettings, pin: PinnedClass): PlanSettings {
  return { ...settings, pins: [...settings.pins.filter(({ key }) => key !== pin.key), pin] }
}

export function withoutPin(settings: PlanSettings, key: string): PlanSettings {
  return { ...settings, pins: settings.pins.filter((pin) => pin.key !== key) }
}

const sameRule = (a: Forbidden, b: Forbidden) => a.module === b.module && a.venue === b.venue

/** Settings that rule a module out, at a venue or anywhere; classes that were to stay there stay no longer. */
export function withForbidden(settings: PlanSettings, rule: Forbidden): PlanSettings {
  return {
    ...settings,
    forbidden: [...settings.forbidden.filter((each) => !sameRule(each, rule)), rule],
    pins: settings.pins.filter(
      ({ module, venue }) => module !== rule.module || (rule.venue !== null && venue !== rule.venue),
    ),
  }
}

export function withoutForbidden(settings: PlanSettings, rule: Forbidden): PlanSettings {
  return { ...settings, forbidden: settings.forbidden.filter((each) => !sameRule(each, rule)) }
}

/** Settings with at most so many classes of a module; null lifts the limit. A module that must have more may then have fewer. */
export function withAtMost(settings: PlanSettings, module: string, atMost: number | null): PlanSettings {
  return {
    ...settings,
    modules: settings.modules.map((each) =>
      each.code === module
        ? { ...each, atMost, atLeast: atMost === null ? each.atLeast : Math.min(each.atLeast, atMost) }
        : each,
    ),
  }
}

/** What may be settled about a class besides an edit. */
export const classIntents = ['pin', 'unpin', 'forbid-venue', 'forbid-module', 'fewer'] as const
export type ClassIntent = (typeof classIntents)[number]
