import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { latestFramework } from './frameworks.server'
import { standardFaults, standardSchema, type Standard } from './standard'
import { sameStandard } from './standard-changes'
import type { Setting } from './standard-form'
import { standardHistory, standardInForce } from './standards.server'
import { profileFramework } from './target-profile'

export type StandardEdit = {
  /** The new setting, or null to return to what ships with the product. */
  setting: Setting | null
  reason: string
  /** The row that the editor saw; another one means that somebody changed the standard meanwhile. */
  inForce: number
}
export type StandardOutcome = 'saved' | 'same' | 'changedMeanwhile'

/**
 * Sets the thresholds of levels anew. A standard is never changed: the new one is a row of its own with who, when and
 * why, and campaigns opened before keep theirs.
 */
export async function editStandard(
  actor: Actor,
  { setting, reason, inForce }: StandardEdit,
): Promise<StandardOutcome> {
  authorise(actor, 'standards.edit')
  const { framework } = latestFramework(profileFramework)
  return inTransaction(async (tx) => {
    const present = standardInForce(profileFramework, tx)
    const wanted = setting ? { ...present.standard, setting } : shippedStandard()
    const checked = standardSchema.safeParse(wanted)
    if (!checked.success || standardFaults(wanted, framework).length > 0) throw refuse('badRequest')
    if (sameStandard(framework, present.standard, checked.data)) return 'same'
    if (present.id !== inForce) return 'changedMeanwhile'
    insert(tx, { ...checked.data, version: newestVersion(tx) + 1 }, reason, actor.accountId)
    return 'saved'
  })
}

function shippedStandard(): Standard {
  const shipped = standardHistory(profileFramework).find((each) => each.shipped)
  if (!shipped) throw refuse('notFound')
  return shipped.standard
}

function newestVersion(tx: Tx): number {
  const sql =
    "SELECT max(json_extract(data, '$.version')) AS version FROM MeasurementStandard WHERE frameworkCode = ?"
  return tx.sql.get<{ version: number }>(sql, profileFramework)?.version ?? 0
}

function insert(tx: Tx, standard: Standard, reason: string, by: string): void {
  tx.sql.run(
    `INSERT INTO MeasurementStandard (frameworkCode, version, shipped, data, reason, createdAt, createdBy)
     VALUES (?, ?, 0, ?, ?, ?, ?)`,
    standard.framework,
    standard.version,
    JSON.stringify(standard),
    reason,
    dbDate(now()),
    by,
  )
}
