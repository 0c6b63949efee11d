import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { SurveyForm } from './form'
import type { ItemVersion } from './item'

// Versions are immutable, so what was read once stays right for the life of the process.
const items = new Map<string, ItemVersion>()
const forms = new Map<string, SurveyForm>()

/** An item version by its id `<code>@<version>`. */
export function itemVersion(id: string): ItemVersion {
  return cached(items, id, 'SELECT data FROM ItemVersion WHERE id = ?', (data) => ({
    ...(JSON.parse(data) as ItemVersion),
    id,
  }))
}

export function formVersion(id: string): SurveyForm {
  return cached(
    forms,
    id,
    'SELECT data FROM FormVersion WHERE id = ?',
    (data) => JSON.parse(data) as SurveyForm,
  )
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
