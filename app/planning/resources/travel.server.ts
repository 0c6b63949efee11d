import { compareVi } from '~/formats/fold'
import { communesIn, type CommuneName } from '~/people/places/places.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import type { Travel, Venue } from './resource'
import { allVenues, travelOf } from './resources.server'
import { resourcesProvince } from './save-resource.server'
import type { Hours } from './travel-form'

export type TravelView = {
  venues: Venue[]
  communes: CommuneName[]
  travel: Travel[]
  /** The venue whose hours are typed. */
  chosen: Venue | null
}

/** The hours on the road from every commune of the actor's province to every venue. */
export function viewTravel(actor: Actor, venueId: string | null): TravelView {
  const provinceCode = resourcesProvince(actor)
  const venues = allVenues(provinceCode).sort((a, b) => compareVi(a.name, b.name))
  const chosen = venues.find(({ id }) => id === venueId) ?? null
  if (venueId && !chosen) throw refuse('notFound')
  return { venues, communes: communesIn(provinceCode), travel: travelOf(provinceCode), chosen }
}

/** Writes the hours to a venue anew; communes that are left out cannot reach it. */
export async function saveHours(actor: Actor, venueId: string, hours: Hours[]): Promise<void> {
  const provinceCode = resourcesProvince(actor)
  await inTransaction(async (tx) => {
    if (!allVenues(provinceCode, tx).some(({ id }) => id === venueId)) throw refuse('notFound')
    tx.sql.run('DELETE FROM VenueTravel WHERE venueId = ?', venueId)
    storeHours(tx, venueId, hours)
    await audit(tx, actor.accountId, 'plan-travel.save', venueId, { communes: hours.length })
  })
}

/** Adds or changes hours to a venue inside a transaction; the caller has authorised. */
export function storeHours(tx: Tx, venueId: string, hours: readonly Hours[]): void {
  for (const each of hours)
    tx.sql.run(
      `INSERT INTO VenueTravel (venueId, communeCode, hours) VALUES (?, ?, ?)
       ON CONFLICT (venueId, communeCode) DO UPDATE SET hours = excluded.hours`,
      venueId,
      each.commune,
      each.hours,
    )
}
