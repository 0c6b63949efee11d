import type { Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Site } from './irt/posterior'
import type { Measuring } from './measuring.server'
import { deviation, type CompetencyResult, type PersonMeasure } from './results'

type Scale = Pick<Measuring, 'standardId' | 'parameterVersionId' | 'competencies'>

const abilitySql = `INSERT INTO SittingAbility (sittingId, standardId, parameterVersionId, sites, mean, sd, answers, rapid, stopped, at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (sittingId) DO UPDATE SET standardId = excluded.standardId, parameterVersionId = excluded.parameterVersionId,
  sites = excluded.sites, mean = excluded.mean, sd = excluded.sd, answers = excluded.answers, rapid = excluded.rapid,
  stopped = coalesce(excluded.stopped, stopped), at = excluded.at`

type Stored = { sittingId: string; measure: PersonMeasure; stopped: string | null; at: Date }

/** Keeps the posterior of a sitting, which the estimates of groups later take up as its sites. */
export function storeAbility(
  tx: Pick<Tx, 'sql'>,
  scale: Scale,
  { sittingId, measure, stopped, at }: Stored,
): void {
  const { after, answers, rapid } = measure
  tx.sql.run(
    abilitySql,
    sittingId,
    scale.standardId,
    scale.parameterVersionId,
    JSON.stringify(
      after.sites.map(({ dimension, precision, shift }) => [
        scale.competencies[dimension],
        digits(precision, 6),
        digits(shift, 6),
      ]),
    ),
    JSON.stringify(Array.from(after.mean, (mean) => digits(mean, 4))),
    JSON.stringify(Array.from(after.mean, (_, k) => digits(deviation(after, k), 4))),
    answers.length,
    rapid,
    stopped,
    dbDate(at),
  )
}

/** The sites of a stored posterior, of those competencies that the framework has. */
export function storedSites(json: string, dimensionOf: ReadonlyMap<string, number>): Site[] {
  const rows = JSON.parse(json) as [string, number, number][]
  return rows.flatMap(([competency, precision, shift]) => {
    const dimension = dimensionOf.get(competency)
    return dimension === undefined ? [] : [{ dimension, precision, shift }]
  })
}

const resultSql = `INSERT INTO SittingResult (sittingId, competency, points, maxPoints, answered, level, target, selfLevel, ability, sd, below, informed)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (sittingId, competency) DO UPDATE SET points = excluded.points, maxPoints = excluded.maxPoints,
  answered = excluded.answered, level = excluded.level, target = excluded.target, selfLevel = excluded.selfLevel,
  ability = excluded.ability, sd = excluded.sd, below = excluded.below, informed = excluded.informed`

export function storeResults(
  tx: Pick<Tx, 'sql'>,
  sittingId: string,
  results: readonly CompetencyResult[],
): void {
  for (const result of results) {
    tx.sql.run(
      resultSql,
      sittingId,
      result.competency,
      result.points,
      result.answered,
      result.answered,
      result.level,
      result.target,
      result.selfLevel,
      result.ability,
      result.sd,
      result.below,
      result.informed ? 1 : 0,
    )
  }
}

type ResultRow = Omit<CompetencyResult, 'informed' | 'ability' | 'sd' | 'below'> & {
  informed: number
  ability: number | null
  sd: number | null
  below: number | null
}

/** The stored results of a submitted sitting. In one from before abilities were measured nothing is known yet. */
export function storedResults(sql: Pick<Tx['sql'], 'all'>, sittingId: string): CompetencyResult[] {
  const rows = sql.all<ResultRow>(
    `SELECT competency, points, answered, level, target, selfLevel, ability, sd, below, informed FROM SittingResult
     WHERE sittingId = ? ORDER BY competency`,
    sittingId,
  )
  return rows.map((row) => ({
    ...row,
    level: row.ability === null ? null : row.level,
    ability: row.ability ?? 0,
    sd: row.sd ?? 1,
    below: row.below ?? 0.5,
    informed: row.informed === 1,
  }))
}

function digits(value: number, count: number): number {
  return Math.round(value * 10 ** count) / 10 ** count
}
