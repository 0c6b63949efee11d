import { randomUUID } from 'node:crypto'
import { communeNamed, type RolePlaceFault } from '~/people/accounts/role-place.server'
import { hashToken, newToken } from '~/platform/auth/tokens.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { endOf, tokenPrefix, type TokenForm } from './token'
import { tokenProvinces } from './token-places.server'

export type TokenFault =
  | { field: 'province'; key: 'form.province.outside' }
  | { field: 'commune'; key: RolePlaceFault['key']; values?: RolePlaceFault['values'] }

export type IssuedToken = { id: string; token: string; name: string; expiresAt: Date }
export type IssueAnswer = { issued: IssuedToken; fault?: never } | { fault: TokenFault; issued?: never }

/** Issues a token for a province, or for one commune of it. It is in the answer and nowhere else: its hash alone is kept. */
export async function issueToken(actor: Actor, form: TokenForm): Promise<IssueAnswer> {
  authorise(actor, 'api-tokens.manage')
  const { name, province, commune, days } = form
  const known = tokenProvinces(actor).some(({ code }) => code === province)
  if (!known || !can(actor, 'api-tokens.manage', { provinceCode: province }))
    return { fault: { field: 'province', key: 'form.province.outside' } }
  const named = commune ? communeNamed(province, commune) : null
  if (named?.fault) return { fault: { field: 'commune', key: named.fault.key, values: named.fault.values } }
  const [id, token, createdAt] = [randomUUID(), tokenPrefix + newToken(), now()]
  const place = { provinceCode: province, communeCode: named?.code ?? null }
  const expiresAt = endOf(createdAt, days)
  await inTransaction(async (tx) => {
    await tx.apiToken.create({
      data: {
        ...{ id, name, createdAt, expiresAt, tokenHash: hashToken(token), createdBy: actor.accountId },
        ...place,
      },
    })
    await audit(tx, actor.accountId, 'api-token.issue', id, { ...place, days })
  })
  return { issued: { id, token, name, expiresAt } }
}
