import { discoveries } from '../fdr'
import { association, type Association } from './association'

/** A commune with a value of an indicator: its share below target and its index of conditions, null where not shown. */
export type BesidePlace = { value: number; skills: number | null; conditions: number | null }

/** What goes together with an indicator; `said` where it may be put in words. Null: too few communes, or no variety. */
export type Told = Association & { said: boolean }
export type Beside = { code: string; skills: Told | null; conditions: Told | null }

/**
 * How each indicator goes together with skills and with conditions of work, over communes. Of all these claims on one page, at
 * most one in ten of those said is false on average, and the 90 % interval of each leaves zero.
 */
export function besideEach(
  indicators: readonly { code: string; places: readonly BesidePlace[] }[],
): Beside[] {
  const found = indicators.map(({ code, places }) => ({
    code,
    skills: against(places, ({ skills }) => skills),
    conditions: against(places, ({ conditions }) => conditions),
  }))
  const said = discoveries(
    found.flatMap(({ skills, conditions }) => [skills?.p ?? null, conditions?.p ?? null]),
  )
  const told = (each: Association | null, at: number): Told | null =>
    each && { ...each, said: said[at]! && (each.low > 0 || each.high < 0) }
  return found.map(({ code, skills, conditions }, i) => ({
    code,
    skills: told(skills, 2 * i),
    conditions: told(conditions, 2 * i + 1),
  }))
}

function against(
  places: readonly BesidePlace[],
  other: (place: BesidePlace) => number | null,
): Association | null {
  const both = places.flatMap((place) => {
    const value = other(place)
    return value === null ? [] : [[place.value, value] as const]
  })
  return association(
    both.map(([value]) => value),
    both.map(([, value]) => value),
  )
}
