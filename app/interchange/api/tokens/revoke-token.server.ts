import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'

/** Ends a token at once and for good; one that was ended before stays as it is. */
export async function revokeToken(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'api-tokens.manage')
  await inTransaction(async (tx) => {
    const token = await tx.apiToken.findUnique({ where: { id } })
    if (!token) throw refuse('notFound')
    authorise(actor, 'api-tokens.manage', { provinceCode: token.provinceCode })
    if (token.revokedAt) return
    await tx.apiToken.update({ where: { id }, data: { revokedAt: now(), revokedBy: actor.accountId } })
    await audit(tx, actor.accountId, 'api-token.revoke', id)
  })
}
