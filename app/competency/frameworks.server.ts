import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { frameworkSchema, type Framework } from './framework'
import type { SelfQuestion } from './self-assessment'

export type StoredFramework = { framework: Framework; self: SelfQuestion[] }

// Versions are immutable, so what was read once stays right for the life of the process.
const versions = new Map<string, StoredFramework>()

/** A framework version with the questions of its self-assessment. */
export function frameworkVersion(id: string): StoredFramework {
  const known = versions.get(id)
  if (known) return known
  const row = reader.sql.get<{ data: string }>('SELECT data FROM FrameworkVersion WHERE id = ?', id)
  if (!row) throw refuse('notFound')
  const data = JSON.parse(row.data) as { framework: unknown; self: SelfQuestion[] }
  const stored = { framework: frameworkSchema.parse(data.framework), self: data.self }
  versions.set(id, stored)
  return stored
}

/** The newest version of a framework that this installation holds. */
export function latestFramework(code: string): StoredFramework & { id: string } {
  const sql = 'SELECT id FROM FrameworkVersion WHERE code = ? ORDER BY version DESC LIMIT 1'
  const row = reader.sql.get<{ id: string }>(sql, code)
  if (!row) throw refuse('notFound')
  return { id: row.id, ...frameworkVersion(row.id) }
}
