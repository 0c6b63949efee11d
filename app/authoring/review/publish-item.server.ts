import { createHash } from 'node:crypto'
import type { Item } from '~/assessment/item'
import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'

/** The newest version of an item; null for a code that nothing was published under. */
export function newestItem(
  tx: { sql: Pick<Tx['sql'], 'get'> },
  code: string,
): { id: string; version: number } | null {
  return (
    tx.sql.get<{ id: string; version: number }>(
      'SELECT id, version FROM ItemVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
      code,
    ) ?? null
  )
}

/**
 * Stores an item as the next version of its code. A measuring item's earlier versions are given to nobody new; a teaching
 * one's stay with the modules that name them.
 * @returns the id of the version
 */
export function publishItem(tx: Tx, item: Item): string {
  const version = (newestItem(tx, item.code)?.version ?? 0) + 1
  const data = JSON.stringify({ ...item, version })
  const id = `${item.code}@${version}`
  if (item.purpose === 'measure') tx.sql.run('UPDATE ItemVersion SET retired = 1 WHERE code = ?', item.code)
  tx.sql.run(
    `INSERT INTO ItemVersion (id, code, version, competency, level, purpose, kind, hash, data, loadedAt, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'studio')`,
    ...[id, item.code, version, item.competency, item.level, item.purpose, item.kind],
    ...[createHash('sha256').update(data).digest('hex'), data, dbDate(now())],
  )
  return id
}
