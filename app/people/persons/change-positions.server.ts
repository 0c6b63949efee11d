import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { personPlace } from './person-place.server'
import { changePerson } from './store-person.server'

/** Gives a person these positions from now on, the main one first. */
export async function changePositions(actor: Actor, personId: string, codes: string[]): Promise<void> {
  await inTransaction(async (tx) => {
    authorise(actor, 'people.edit', personPlace(tx, personId))
    changePerson(tx, personId, [{ field: 'positionCodes', from: null, to: codes }], dbDate(now()))
    await audit(tx, actor.accountId, 'person.positions', personId, { positions: codes.join(' ') })
  })
}
