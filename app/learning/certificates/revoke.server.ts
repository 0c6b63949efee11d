import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { issuedIn } from './view-issued.server'

/** Revokes a certificate for a reason that its owner can read. One that is revoked already stays as it is. */
export async function revokeCertificate(actor: Actor, typed: string, reason: string): Promise<void> {
  authorise(actor, 'certificates.revoke')
  await inTransaction(async (tx) => {
    const { number, moduleCode, revokedAt } = issuedIn(tx, actor, typed)
    if (revokedAt !== null) return
    tx.sql.run(
      'UPDATE Certificate SET revokedAt = ?, revokedBy = ?, revokedReason = ? WHERE number = ?',
      dbDate(now()),
      actor.accountId,
      reason,
      number,
    )
    await audit(tx, actor.accountId, 'certificate.revoke', number, { moduleCode })
  })
}

/** Takes a revocation back: the certificate is again what it was before. */
export async function restoreCertificate(actor: Actor, typed: string): Promise<void> {
  authorise(actor, 'certificates.revoke')
  await inTransaction(async (tx) => {
    const { number, moduleCode, revokedAt } = issuedIn(tx, actor, typed)
    if (revokedAt === null) return
    tx.sql.run(
      'UPDATE Certificate SET revokedAt = NULL, revokedBy = NULL, revokedReason = NULL WHERE number = ?',
      number,
    )
    await audit(tx, actor.accountId, 'certificate.restore', number, { moduleCode })
  })
}
