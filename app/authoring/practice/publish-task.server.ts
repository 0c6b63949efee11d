import { createHash } from 'node:crypto'
import type { Scenario } from '~/assessment/practice/scenario'
import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'

/** The newest version of a practice task; null for a code that nothing was published under. */
export function newestTask(
  { sql }: { sql: Pick<Tx['sql'], 'get'> },
  code: string,
): { id: string; version: number } | null {
  return (
    sql.get<{ id: string; version: number }>(
      'SELECT id, version FROM PracticeVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
      code,
    ) ?? null
  )
}

/**
 * Stores a practice task as the next version of its code, the only one that is given from now on. Tries that have begun go
 * on with the version that they began with.
 * @returns the id of the version
 */
export function publishTask(tx: Tx, scenario: Scenario): string {
  const { code, purpose } = scenario
  const version = (newestTask(tx, code)?.version ?? 0) + 1
  const data = JSON.stringify({ ...scenario, version })
  const id = `${code}@${version}`
  tx.sql.run('UPDATE PracticeVersion SET retired = 1 WHERE code = ?', code)
  tx.sql.run(
    `INSERT INTO PracticeVersion (id, code, version, purpose, hash, data, loadedAt, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'studio')`,
    ...[id, code, version, purpose, createHash('sha256').update(data).digest('hex'), data, dbDate(now())],
  )
  return id
}
