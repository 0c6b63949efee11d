import { thresholdsOf } from '~/competency/standard'
import { reader } from '~/platform/db/db.server'
import { fromSites } from './irt/posterior'
import { measuringOf, type Measuring, type MeasuringVersions } from './measuring.server'
import { withRange, type RangedResult } from './result-range'
import { domainResults, type CompetencyResult, type DomainResult } from './results'
import { selfAgainstMeasured, type SelfDifference, type SelfPair } from './self-rating'
import { storedResults, storedSites } from './stored-ability.server'

/** What a submitted sitting shows. Domains speak for those of their competencies about which the answers told too little. */
export type SittingOutcome = {
  results: RangedResult[]
  domains: DomainResult[]
  answers: number
  /** Answers too quick to have been read, which do not count. */
  rapid: number
  /** How far the person over- or underrates oneself where the answers told enough; null where nothing can be compared. */
  self: SelfDifference | null
}

type Row = MeasuringVersions & { sites: string | null; answers: number | null; rapid: number | null }

const sql = `SELECT c.frameworkVersionId, coalesce(a.standardId, c.standardId) AS standardId,
  coalesce(a.parameterVersionId, c.parameterVersionId) AS parameterVersionId, a.sites, a.answers, a.rapid
  FROM Sitting s JOIN Campaign c ON c.id = s.campaignId LEFT JOIN SittingAbility a ON a.sittingId = s.id WHERE s.id = ?`

export function sittingOutcome(sittingId: string): SittingOutcome {
  const row = reader.sql.get<Row>(sql, sittingId)
  if (!row) return { results: [], domains: [], answers: 0, rapid: 0, self: null }
  const scale = measuringOf(row)
  const results = storedResults(reader.sql, sittingId)
  const after = fromSites(scale.prior, storedSites(row.sites ?? '[]', scale.dimensionOf))
  return {
    results: results.map((result) => withRange(scale, result)),
    domains: domainResults(scale, results, after),
    answers: row.answers ?? 0,
    rapid: row.rapid ?? 0,
    self: selfAgainstMeasured(results.flatMap((result) => selfPair(scale, result))),
  }
}

function selfPair(
  { standard, framework }: Measuring,
  { competency, informed, selfLevel, ability, sd }: CompetencyResult,
): SelfPair[] {
  if (!informed || selfLevel === null) return []
  const thresholds = thresholdsOf(standard, framework, competency)
  return [{ self: selfLevel, ability: { mean: ability, sd }, thresholds }]
}
