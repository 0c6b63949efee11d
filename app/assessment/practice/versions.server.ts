import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { ScenarioVersion } from './scenario'

// Versions are immutable, so what was read once stays right for the life of the process.
const kept = new Map<string, ScenarioVersion>()

/** A practice task as it was when a try at it began, by its id `<code>@<version>`. */
export function scenarioVersion(id: string): ScenarioVersion {
  const known = kept.get(id)
  if (known) return known
  const row = reader.sql.get<{ data: string }>('SELECT data FROM PracticeVersion WHERE id = ?', id)
  if (!row) throw refuse('notFound')
  const version = { ...(JSON.parse(row.data) as ScenarioVersion), id }
  kept.set(id, version)
  return version
}

type Purpose = ScenarioVersion['purpose']

/** The practice tasks that are given now, by their codes. */
export function presentScenarios(purpose: Purpose): ScenarioVersion[] {
  return reader.sql
    .all<{ id: string }>(
      `SELECT id, max(version) FROM PracticeVersion WHERE retired = 0 AND purpose = ? GROUP BY code ORDER BY code`,
      purpose,
    )
    .map(({ id }) => scenarioVersion(id))
}

export function presentScenario(purpose: Purpose, code: string): ScenarioVersion | null {
  return presentScenarios(purpose).find((each) => each.code === code) ?? null
}
