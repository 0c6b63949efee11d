import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { placeOfCommune } from '../places/places.server'
import { personPlace } from './person-place.server'
import { changePerson } from './store-person.server'

/** Moves a person to another commune from now on. Moving to where one is already changes nothing. */
export async function movePerson(actor: Actor, personId: string, communeCode: string): Promise<void> {
  const to = placeOfCommune(communeCode)
  await inTransaction(async (tx) => {
    const from = personPlace(tx, personId)
    authorise(actor, 'people.edit', from)
    authorise(actor, 'people.edit', to)
    if (from.communeCode === communeCode) return
    changePerson(tx, personId, [{ field: 'communeCode', from: from.communeCode, to: communeCode }], dbDate(now()))
    await audit(tx, actor.accountId, 'person.move', personId, { from: from.communeCode, to: communeCode })
  })
}
