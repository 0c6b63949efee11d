import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Module, ModuleVersion } from './module'

// Versions are immutable, so what was read once stays right for the life of the process.
const versions = new Map<string, ModuleVersion>()

/** A version of a module by its id `<code>@<version>`, withdrawn ones too. */
export function moduleVersion(id: string): ModuleVersion {
  const known = versions.get(id)
  if (known) return known
  const row = reader.sql.get<{ hash: string; data: string }>(
    'SELECT hash, data FROM ModuleVersion WHERE id = ?',
    id,
  )
  if (!row) throw refuse('notFound')
  // A module loaded before there were practice tasks names none.
  const module = JSON.parse(row.data) as Module
  const version = { ...module, practice: (module.practice as string[] | undefined) ?? [], id, hash: row.hash }
  versions.set(id, version)
  return version
}

const currentSql = `SELECT id, code FROM ModuleVersion v WHERE retired = 0
  AND version = (SELECT MAX(version) FROM ModuleVersion WHERE code = v.code AND retired = 0)`

/** The modules given to people now, in the order of their codes. */
export function currentModules(): ModuleVersion[] {
  return reader.sql.all<{ id: string }>(`${currentSql} ORDER BY code`).map(({ id }) => moduleVersion(id))
}

/** The version of a module given to people now; null where there is none (any more). */
export function currentModule(code: string): ModuleVersion | null {
  const row = reader.sql.get<{ id: string }>(`${currentSql} AND code = ?`, code)
  return row ? moduleVersion(row.id) : null
}

/** The newest version of a module, withdrawn or not: for what people began earlier. */
export function newestModule(code: string): ModuleVersion | null {
  const row = reader.sql.get<{ id: string }>(
    'SELECT id FROM ModuleVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
    code,
  )
  return row ? moduleVersion(row.id) : null
}
