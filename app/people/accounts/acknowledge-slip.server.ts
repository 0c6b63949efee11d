import { inTransaction } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'

/** The owner has read that a new slip was issued. */
export async function acknowledgeSlip(actor: Actor): Promise<void> {
  await inTransaction((tx) =>
    tx.account.update({ where: { id: actor.accountId }, data: { slipNoticeAt: null } }),
  )
}
