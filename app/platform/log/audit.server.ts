import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'

type AuditFacts = Record<string, string | number | boolean | null>

/**
 * Notes who did what to whom, inside the transaction that does it: ids and codes, never names.
 * `await audit(tx, actor.accountId, 'account.disable', accountId)`
 */
export async function audit(
  tx: Tx,
  accountId: string | null,
  action: string,
  subject: string | null = null,
  facts?: AuditFacts,
): Promise<void> {
  const detail = facts ? JSON.stringify(facts) : null
  await tx.auditEntry.create({ data: { at: now(), accountId, action, subject, detail } })
}
