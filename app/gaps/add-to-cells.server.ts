import type { CompetencyResult, DomainResult, Scale } from '~/assessment/results'
import type { Tx } from '~/platform/db/db.server'
import { cellAddends } from './cell-addends'

/** What one submitted sitting adds to the sums of its commune. `conditions` maps a survey question to the chosen options. */
export type Submission = {
  campaignId: string
  communeCode: string
  positionCode: string
  departmentCode: string
  results: CompetencyResult[]
  domains: DomainResult[]
  conditions: { question: string; options: string[] }[]
}

const gapSql = `INSERT INTO GapCell (campaignId, communeCode, groupKind, groupCode, measure, n, below, distance, variance, selfN, selfSum, levelSum)
  VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (campaignId, communeCode, groupKind, groupCode, measure) DO UPDATE SET
  n = n + 1, below = below + excluded.below, distance = distance + excluded.distance,
  variance = variance + excluded.variance, selfN = selfN + excluded.selfN, selfSum = selfSum + excluded.selfSum,
  levelSum = levelSum + excluded.levelSum`

const conditionSql = `INSERT INTO ConditionCell (campaignId, communeCode, groupKind, groupCode, question, option, n)
  VALUES (?, ?, ?, ?, ?, ?, 1)
  ON CONFLICT (campaignId, communeCode, groupKind, groupCode, question, option) DO UPDATE SET n = n + 1`

/** Adds one submitted sitting to the sums of its commune, department and position; call it inside the submission's transaction. */
export function addToCells(tx: Pick<Tx, 'sql'>, scale: Scale, submission: Submission): void {
  const { campaignId, communeCode, conditions } = submission
  addMeasures(tx, scale, submission)
  for (const [kind, code] of groupsOf(submission)) {
    for (const { question, options } of conditions) {
      for (const option of ['', ...new Set(options)])
        tx.sql.run(conditionSql, campaignId, communeCode, kind, code, question, option)
    }
  }
}

function addMeasures(tx: Pick<Tx, 'sql'>, scale: Scale, submission: Submission): void {
  const { campaignId, communeCode, results, domains } = submission
  const addends = cellAddends(scale, results, domains)
  for (const [kind, code] of groupsOf(submission)) {
    for (const { measure, below, distance, variance, self } of addends) {
      tx.sql.run(
        gapSql,
        campaignId,
        communeCode,
        kind,
        code,
        measure,
        below,
        distance,
        variance,
        self ? 1 : 0,
        self?.level ?? 0,
        self?.measured ?? 0,
      )
    }
  }
}

function groupsOf({ departmentCode, positionCode }: Submission) {
  return [
    ['all', ''],
    ['department', departmentCode],
    ['position', positionCode],
  ] as const
}
