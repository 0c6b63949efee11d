import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import type { NormsInput } from './norms'
import { resourcesProvince } from './save-resource.server'

/** Puts new norms in force in the actor's province; those before stay in the history, and in the plans that copied them. */
export async function saveNorms(actor: Actor, { norms, source }: NormsInput): Promise<void> {
  const provinceCode = resourcesProvince(actor)
  await inTransaction(async (tx) => {
    tx.sql.run(
      'INSERT INTO CostNorms (provinceCode, norms, source, at, by) VALUES (?, ?, ?, ?, ?)',
      ...[provinceCode, JSON.stringify(norms), source, dbDate(now()), actor.accountId],
    )
    await audit(tx, actor.accountId, 'plan-norms.save', provinceCode)
  })
}
