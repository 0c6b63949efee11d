export type SlipDates = { createdAt: Date; expiresAt: Date; usedAt: Date | null; revokedAt: Date | null }

/** What a slip is good for; everything but 'open' has an answer of its own on the activation page. */
export type SlipState = 'open' | 'used' | 'revoked' | 'expired'

export function slipState(slip: SlipDates, at: Date): SlipState {
  if (slip.usedAt) return 'used'
  if (slip.revokedAt) return 'revoked'
  return slip.expiresAt <= at ? 'expired' : 'open'
}

/** The day that the answer names: when the slip was used, replaced or ran out. */
export function slipStateSince(slip: SlipDates): Date {
  return slip.usedAt ?? slip.revokedAt ?? slip.expiresAt
}
