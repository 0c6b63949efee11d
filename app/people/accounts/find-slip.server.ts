import { hashToken, normaliseCode } from '~/platform/auth/tokens.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { clientKey, RateLimit } from '~/platform/http/rate-limit.server'
import { slipState, slipStateSince, type SlipState } from './slip-state'

export type SlipRefusal =
  | { reason: 'unknown' | 'disabled' }
  | { reason: 'tooMany'; minutes: number }
  | { reason: Exclude<SlipState, 'open'>; since: string }
export type OpenSlip = {
  slipId: string
  accountId: string
  username: string
  displayName: string
  replaces: boolean
}
export type SlipAnswer = { slip: OpenSlip; refused?: never } | { refused: SlipRefusal; slip?: never }

// A code has 59 bits: nobody guesses it; the limit keeps a machine from trying all day.
const failures = new RateLimit(40, 15)

/** Finds the account that a code opens. Nothing about the account is said before the code is right. */
export async function findSlip(code: string, clientAddress: string): Promise<SlipAnswer> {
  const client = clientKey(clientAddress)
  if (failures.isExceeded(client))
    return { refused: { reason: 'tooMany', minutes: failures.minutesLeft(client) } }
  const slip = await reader.activationSlip.findUnique({
    where: { codeHash: hashToken(normaliseCode(code)) },
    include: { account: true },
  })
  if (!slip) {
    failures.add(client)
    return { refused: { reason: 'unknown' } }
  }
  const state = slipState(slip, now())
  if (state !== 'open') return { refused: { reason: state, since: slipStateSince(slip).toISOString() } }
  const { id: accountId, username, displayName, passwordHash, disabledAt } = slip.account
  if (disabledAt) return { refused: { reason: 'disabled' } }
  return { slip: { slipId: slip.id, accountId, username, displayName, replaces: passwordHash !== null } }
}
