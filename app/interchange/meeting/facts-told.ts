import type { Change } from '~/gaps/change-figures'
import type { ConditionFigure } from '~/gaps/conditions'
import type { Place } from '~/gaps/place-communes'
import type { Locale } from '~/platform/i18n/locale'
import type { ConditionSaid } from './sentences'

/** Conditions that may be told, those that most lack first. */
export function conditionsTold(
  conditions: readonly { condition: ConditionFigure }[],
  locale: Locale,
): ConditionSaid[] {
  return conditions
    .flatMap(({ condition }) => (condition.hidden ? [] : [condition]))
    .toSorted((a, b) => b.lacking / b.n - a.lacking / a.n)
    .map(({ name, state }) => ({ name: name[locale], state }))
}

/** Where the communes stand of which both sides are known. */
export function quadrantsOf(
  rows: readonly { skills: unknown; conditions: unknown; place: Place }[],
): Place['quadrant'][] {
  return rows.flatMap(({ skills, conditions, place }) => (skills && conditions ? [place.quadrant] : []))
}

/** What may be said of the change of each measure that was measured before. */
export function trendTold(measures: readonly { change: Change | null }[]): Change['standing'][] {
  return measures.flatMap(({ change }) => (change ? [change.standing] : []))
}
