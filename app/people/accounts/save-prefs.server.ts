import { inTransaction } from '~/platform/db/db.server'
import type { Prefs } from '~/platform/http/prefs'
import type { Actor } from '~/platform/policy/actor'

/** Remembers on the account how its owner wants to read. Everybody may, for the own account. */
export async function savePrefs(actor: Actor, prefs: Prefs): Promise<void> {
  const { locale, textSize, contrast } = prefs
  await inTransaction((tx) =>
    tx.account.update({ where: { id: actor.accountId }, data: { locale, textSize, contrast } }),
  )
}
