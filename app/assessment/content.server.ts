import type { Framework } from '~/competency/framework'
import { frameworkSchema } from '~/competency/framework'
import type { SelfQuestion } from '~/competency/self-assessment'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { SurveyForm } from './form'
import type { ItemVersion } from './item'

// Versions are immutable, so what was read once stays right for the life of the process.
const items = new Map<string, ItemVersion>()
const forms = new Map<string, SurveyForm>()
const frameworks = new Map<string, { framework: Framework; self: SelfQuestion[] }>()

/** An item version by its id `<code>@<version>`. */
export function itemVersion(id: string): ItemVersion {
  return cached(items, id, 'SELECT data FROM ItemVersion WHERE id = ?', (data) => ({ ...(JSON.parse(data) as ItemVersion), id }))
}

export function formVersion(id: string): SurveyForm {
  return cached(forms, id, 'SELECT data FROM FormVersion WHERE id = ?', (data) => JSON.parse(data) as SurveyForm)
}

/** A framework version with the questions of its self-assessment. */
export function frameworkVersion(id: string): { framework: Framework; self: SelfQuestion[] } {
  return cached(frameworks, id, 'SELECT data FROM FrameworkVersion WHERE id = ?', (data) => {
    const stored = JSON.parse(data) as { framework: unknown; self: SelfQuestion[] }
    return { framework: frameworkSchema.parse(stored.framework), self: stored.self }
  })
}

function cached<T>(store: Map<string, T>, id: string, sql: string, parse: (data: string) => T): T {
  const known = store.get(id)
  if (known) return known
  const row = reader.sql.get<{ data: string }>(sql, id)
  if (!row) throw refuse('notFound')
  const value = parse(row.data)
  store.set(id, value)
  return value
}

/** The newest version of a framework that this installation holds. */
export function latestFramework(code: string): { id: string; framework: Framework; self: SelfQuestion[] } {
  const row = reader.sql.get<{ id: string }>('SELECT id FROM FrameworkVersion WHERE code = ? ORDER BY version DESC LIMIT 1', code)
  if (!row) throw refuse('notFound')
  return { id: row.id, ...frameworkVersion(row.id) }
}
