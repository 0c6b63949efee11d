import { personPlace } from '~/people/persons/person-place.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import { forgetAddress } from '~/platform/mail/outbox.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { forgetPapers } from './paper/discard-batch.server'

/**
 * Erases a person with account, history, answers, results and consents. Sums of groups that were made from
 * the answers stay: they name nobody. The audit keeps the id alone.
 */
export async function erasePerson(actor: Actor, personId: string): Promise<{ communeCode: string | null }> {
  authorise(actor, 'people.edit')
  return inTransaction(async (tx) => {
    const place = personPlace(tx, personId)
    authorise(actor, 'people.edit', place)
    await forgetPapers(tx, personId)
    const email = tx.sql.get<{ email: string | null }>(
      'SELECT email FROM Person WHERE id = ?',
      personId,
    )?.email
    if (email) forgetAddress(tx, email)
    await tx.invitee.deleteMany({ where: { personId } })
    await tx.consent.deleteMany({ where: { personId } })
    await tx.person.delete({ where: { id: personId } })
    await audit(tx, actor.accountId, 'person.erase', personId, { communeCode: place.communeCode })
    return { communeCode: place.communeCode }
  })
}
