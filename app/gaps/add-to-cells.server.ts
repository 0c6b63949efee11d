import { belowTarget, domainBelowTarget, type CompetencyResult, type Submission } from '~/assessment/results'
import type { Framework } from '~/competency/framework'
import type { Tx } from '~/platform/db/db.server'
import { domainMeasure } from './measure'

const gapSql = `INSERT INTO GapCell (campaignId, communeCode, groupKind, groupCode, measure, n, below, selfN, selfSum, levelSum)
  VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
  ON CONFLICT (campaignId, communeCode, groupKind, groupCode, measure) DO UPDATE SET
  n = n + 1, below = below + excluded.below, selfN = selfN + excluded.selfN,
  selfSum = selfSum + excluded.selfSum, levelSum = levelSum + excluded.levelSum`

const conditionSql = `INSERT INTO ConditionCell (campaignId, communeCode, groupKind, groupCode, question, option, n)
  VALUES (?, ?, ?, ?, ?, ?, 1)
  ON CONFLICT (campaignId, communeCode, groupKind, groupCode, question, option) DO UPDATE SET n = n + 1`

type Addend = { measure: string; below: boolean; level: number; self: number | null }

/** Adds one submitted sitting to the sums of its commune, department and position; call it inside the submission's transaction. */
export function addToCells(tx: Tx, framework: Framework, submission: Submission): void {
  const { campaignId, communeCode, departmentCode, positionCode, results, conditions } = submission
  const groups = [
    ['all', ''],
    ['department', departmentCode],
    ['position', positionCode],
  ] as const
  const addends = [...competencyAddends(results), ...domainAddends(framework, results)]
  for (const [kind, code] of groups) {
    for (const { measure, below, level, self } of addends) {
      tx.sql.run(
        gapSql,
        campaignId,
        communeCode,
        kind,
        code,
        measure,
        below ? 1 : 0,
        self === null ? 0 : 1,
        self ?? 0,
        level,
      )
    }
    for (const { question, options } of conditions) {
      for (const option of ['', ...new Set(options)])
        tx.sql.run(conditionSql, campaignId, communeCode, kind, code, question, option)
    }
  }
}

function competencyAddends(results: CompetencyResult[]): Addend[] {
  return results.flatMap((result) => {
    const below = belowTarget(result)
    if (below === null || result.level === null) return []
    return [{ measure: result.competency, below, level: result.level, self: result.selfLevel }]
  })
}

function domainAddends(framework: Framework, results: CompetencyResult[]): Addend[] {
  return framework.domains.flatMap((domain) => {
    const below = domainBelowTarget(framework, domain.code, results)
    if (below === null) return []
    const own = results.filter(({ competency }) =>
      domain.competencies.some(({ code }) => code === competency),
    )
    const measured = own.flatMap(({ level, selfLevel }) => (level === null ? [] : [{ level, selfLevel }]))
    const self = measured.flatMap(({ selfLevel }) => (selfLevel === null ? [] : [selfLevel]))
    const level = mean(measured.map((each) => each.level)) ?? 0
    return [{ measure: domainMeasure(domain.code), below, level, self: mean(self) }]
  })
}

function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
