import { hashPassword } from '~/platform/auth/passwords.server'
import { endAllSessions, startSession } from '~/platform/auth/sessions.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import type { Prefs } from '~/platform/http/prefs'
import { audit } from '~/platform/log/audit.server'
import type { Grant } from '~/platform/policy/actor'
import { findSlip, type SlipRefusal } from './find-slip.server'
import { unlocked } from './lock'
import { slipState, slipStateSince } from './slip-state'

export type Activation = {
  code: string
  password: string
  prefs: Prefs
  shared: boolean
  clientAddress: string
}
export type ActivationAnswer =
  | { activated: { cookies: string[]; personId: string | null; grants: Grant[] }; refused?: never }
  | { refused: SlipRefusal; activated?: never }

/** Uses a slip up: its account gets this password, every other slip and session of it ends, and it is signed in here. */
export async function activateAccount(input: Activation): Promise<ActivationAnswer> {
  const found = await findSlip(input.code, input.clientAddress)
  if (found.refused) return { refused: found.refused }
  const { slipId, accountId } = found.slip
  const passwordHash = await hashPassword(input.password)
  return inTransaction(async (tx): Promise<ActivationAnswer> => {
    const at = now()
    const slip = await tx.activationSlip.findUniqueOrThrow({ where: { id: slipId } })
    const state = slipState(slip, at)
    if (state !== 'open') return { refused: { reason: state, since: slipStateSince(slip).toISOString() } }
    await tx.activationSlip.update({ where: { id: slipId }, data: { usedAt: at } })
    await tx.activationSlip.updateMany({
      where: { accountId, usedAt: null, revokedAt: null, id: { not: slipId } },
      data: { revokedAt: at },
    })
    const { locale, textSize, contrast } = input.prefs
    const account = await tx.account.update({
      where: { id: accountId },
      data: {
        ...unlocked,
        passwordHash,
        passwordChangedAt: at,
        lastSignInAt: at,
        locale,
        textSize,
        contrast,
      },
      include: { roles: true },
    })
    await endAllSessions(tx, accountId)
    await audit(tx, accountId, 'account.activate', accountId)
    return {
      activated: {
        cookies: await startSession(tx, accountId, input.shared),
        personId: account.personId,
        grants: account.roles,
      },
    }
  })
}
