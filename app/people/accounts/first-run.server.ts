import { env } from '~/env.server'
import { paths } from '~/paths'
import { hashToken, newToken } from '~/platform/auth/tokens.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { isIdle } from './idle'

/**
 * The path of a one-time link that makes an administrator, or null where one can sign in.
 * It is also the way back in when the last one can not: whoever reads the console runs the installation.
 */
export async function firstRunLink(): Promise<string | null> {
  return inTransaction(async (tx) => {
    if (await hasAdministrator(tx)) return null
    const token = newToken()
    await tx.setupToken.deleteMany({ where: { usedAt: null } })
    await tx.setupToken.create({ data: { tokenHash: hashToken(token), createdAt: now() } })
    return paths.setup(token)
  })
}

/** Whether somebody who manages all accounts can sign in, or holds a slip to do so. */
export async function hasAdministrator(tx: Pick<Tx, 'account'>, except?: string): Promise<boolean> {
  const accounts = await tx.account.findMany({
    where: {
      disabledAt: null,
      roles: { some: { role: 'administrator', provinceCode: null, communeCode: null } },
      ...(except ? { id: { not: except } } : {}),
    },
    include: { slips: { where: { usedAt: null, revokedAt: null, expiresAt: { gt: now() } } } },
  })
  return accounts.some(
    (account) =>
      account.slips.length > 0 || (account.passwordHash !== null && !isIdle(account, now(), env.IDLE_DAYS)),
  )
}
