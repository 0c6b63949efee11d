import { reader } from '~/platform/db/db.server'
import type { StoredStandard } from './standards.server'

/** Who set a standard, when and why. */
export type StandardTrace = {
  id: number
  version: number
  shipped: boolean
  at: string
  /** Null where it came with the product, or where the account is gone. */
  by: string | null
  reason: string | null
}

export function traceOf({
  id,
  standard,
  shipped,
  reason,
  createdAt,
  createdBy,
}: StoredStandard): StandardTrace {
  const sql = 'SELECT displayName FROM Account WHERE id = ?'
  const by = createdBy ? (reader.sql.get<{ displayName: string }>(sql, createdBy)?.displayName ?? null) : null
  return { id, version: standard.version, shipped, at: createdAt, by, reason }
}
