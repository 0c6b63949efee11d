import { reader } from '~/platform/db/db.server'
import { stepShares, type Tries } from './step-shares'
import type { ScenarioVersion } from '../scenario'
import type { StepScore } from '../scoring'

/** People who must have ended a try at a version before anything is said of their tries. */
const fewest = 5

/** What the tries at one version that ended showed in all, without whose they were; null where they are of too few people. */
export function triesOf(scenario: ScenarioVersion): Tries | null {
  const rows = reader.sql.all<{ owner: string; result: string }>(
    `SELECT coalesce(accountId, sittingId) AS owner, result FROM PracticeRun
     WHERE versionId = ? AND finishedAt IS NOT NULL AND result IS NOT NULL`,
    scenario.id,
  )
  if (new Set(rows.map(({ owner }) => owner)).size < fewest) return null
  return stepShares(
    scenario,
    rows.map(({ result }) => JSON.parse(result) as StepScore[]),
  )
}
