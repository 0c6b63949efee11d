import { communeByCode, placeOfCommune } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { entryHistory } from '../entries.server'
import { enteredCriterion } from '../entry/enter.server'

/** What a commune entered for a criterion, with the form to enter anew, and for planners what to decide. */
export function viewEntry(actor: Actor, communeCode: string, code: string) {
  const place = placeOfCommune(communeCode)
  authorise(actor, 'scorecard.enter', place)
  const criterion = enteredCriterion(place.provinceCode, code)
  return {
    commune: { code: communeCode, name: communeByCode(communeCode).name },
    criterion,
    history: entryHistory(communeCode, code),
    mayDecide: can(actor, 'scorecard.edit', { provinceCode: place.provinceCode }),
    seesProvince: can(actor, 'scorecard.view', { provinceCode: place.provinceCode }),
    today: vietnamDay(now()),
  }
}

export type EntryView = ReturnType<typeof viewEntry>
