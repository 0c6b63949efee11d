import { createHash } from 'node:crypto'
import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { DraftKindName } from '../drafts/draft-kind'
import { versionTables } from '../drafts/find-draft.server'

/** What a version says: an item, a module, a form or a practice task. */
export type Content = { code: string; version: number }

type From = { sql: Pick<Tx['sql'], 'get'> }

/** Columns of a version's row that say again what its data say, to be searched by. */
const columns = {
  item: ['competency', 'level', 'purpose', 'kind'],
  module: [],
  form: ['respondent'],
  practice: ['purpose'],
} as const satisfies Record<DraftKindName, readonly string[]>

/** The newest version of a code; null for a code that nothing was published under. */
export function newestVersion(
  from: From,
  kind: DraftKindName,
  code: string,
): { id: string; version: number; origin: string } | null {
  return (
    from.sql.get<{ id: string; version: number; origin: string }>(
      `SELECT id, version, origin FROM ${versionTables[kind]} WHERE code = ? ORDER BY version DESC LIMIT 1`,
      code,
    ) ?? null
  )
}

/** What a stored version says. */
export function versionContent(from: From, kind: DraftKindName, id: string): Content {
  const row = from.sql.get<{ data: string }>(`SELECT data FROM ${versionTables[kind]} WHERE id = ?`, id)
  if (!row) throw refuse('notFound')
  return JSON.parse(row.data) as Content
}

/**
 * Stores content as the next version of its code. Its earlier versions are given to nobody new and stay with whoever began
 * with them; those of a teaching item stay with the modules that name them. The loading of content/ leaves alone what has
 * a version of the studio.
 * @returns the id of the version
 */
export function storeVersion(tx: Tx, kind: DraftKindName, content: Content): string {
  const { code } = content
  const version = (newestVersion(tx, kind, code)?.version ?? 0) + 1
  const data = JSON.stringify({ ...content, version })
  const id = `${code}@${version}`
  const fields = content as Record<string, unknown>
  if (kind !== 'item' || fields.purpose === 'measure')
    tx.sql.run(`UPDATE ${versionTables[kind]} SET retired = 1 WHERE code = ?`, code)
  const names = columns[kind]
  tx.sql.run(
    `INSERT INTO ${versionTables[kind]} (${['id', 'code', 'version', ...names].join(', ')}, hash, data, loadedAt, origin)
     VALUES (?, ?, ?, ${names.map(() => '?, ').join('')}?, ?, ?, 'studio')`,
    ...[id, code, version, ...names.map((name) => fields[name] as string | number)],
    ...[createHash('sha256').update(data).digest('hex'), data, dbDate(now())],
  )
  return id
}
