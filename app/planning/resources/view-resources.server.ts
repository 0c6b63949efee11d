import { compareNames, compareVi } from '~/formats/fold'
import { communesIn, type CommuneName } from '~/people/places/places.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { plannableModules } from '../past-effects.server'
import type { Trainer, Venue } from './resource'
import { allTrainers, allVenues, normsOf, travelOf, type NormsRow } from './resources.server'
import { plansUsing, resourceName, resourcesProvince, type ResourceKind } from './save-resource.server'

export type ModuleName = { code: string; title: Bilingual }
/** Asked before something is removed: what it is called, and the plans that count with it. */
export type Removal = { id: string; name: string; plans: { id: string; title: string }[] }
/** What was just removed and can be put back. */
export type Removed = { id: string; name: string }

type Asked = { edit?: string | null; remove?: string | null; removed?: string | null }

export type TrainersView = {
  trainers: Trainer[]
  modules: ModuleName[]
  /** The one that is edited; null for a new one; undefined where the list shows. */
  edited?: Trainer | null
  removal: Removal | null
  removed: Removed | null
}

/** The trainers of the actor's province by their given names. */
export function viewTrainers(actor: Actor, asked: Asked): TrainersView {
  const trainers = allTrainers(resourcesProvince(actor)).sort((a, b) => compareNames(a.name, b.name))
  return {
    trainers,
    modules: plannableModules().map(({ code, title }) => ({ code, title })),
    edited: editedOf(trainers, asked.edit),
    ...removals(actor, 'trainer', asked),
  }
}

export type VenuesView = {
  venues: (Venue & { place: string | null; reached: number })[]
  communes: CommuneName[]
  edited?: Venue | null
  removal: Removal | null
  removed: Removed | null
}

/** The venues of the actor's province, with how many communes have hours to them. */
export function viewVenues(actor: Actor, asked: Asked): VenuesView {
  const provinceCode = resourcesProvince(actor)
  const communes = communesIn(provinceCode)
  const travel = travelOf(provinceCode)
  const venues = allVenues(provinceCode)
    .sort((a, b) => compareVi(a.name, b.name))
    .map((venue) => ({
      ...venue,
      place: communes.find(({ code }) => code === venue.commune)?.name ?? null,
      reached: travel.filter((each) => each.venue === venue.id).length,
    }))
  return { venues, communes, edited: editedOf(venues, asked.edit), ...removals(actor, 'venue', asked) }
}

export type NormsView = { rows: NormsRow[] }

/** What the actor's province pays, the norms in force first. */
export function viewNorms(actor: Actor): NormsView {
  return { rows: normsOf(resourcesProvince(actor)) }
}

function editedOf<R extends { id: string }>(
  rows: readonly R[],
  edit: string | null | undefined,
): R | null | undefined {
  if (!edit) return undefined
  if (edit === 'new') return null
  const found = rows.find(({ id }) => id === edit)
  if (!found) throw refuse('notFound')
  return found
}

function removals(actor: Actor, kind: ResourceKind, { remove, removed }: Asked) {
  return {
    removal: remove
      ? { id: remove, name: resourceName(actor, kind, remove), plans: plansUsing(kind, remove) }
      : null,
    removed: removed ? { id: removed, name: resourceName(actor, kind, removed) } : null,
  }
}
