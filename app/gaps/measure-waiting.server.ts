import { measureSitting, storeSitting } from '~/assessment/measure-sitting.server'
import { measuringOf, type MeasuringVersions } from '~/assessment/measuring.server'
import type { PlannedStep } from '~/assessment/plan'
import { stepsOfPlan } from '~/assessment/stored-answers.server'
import type { Targets } from '~/competency/framework'
import { inTransaction, reader } from '~/platform/db/db.server'

type Row = MeasuringVersions & { sittingId: string; plan: string; targets: string; submittedAt: string }

const atOnce = 100

/** Sittings that were submitted before abilities were measured. */
const waitingSql = `SELECT s.id AS sittingId, s.plan, s.submittedAt, i.targets, c.frameworkVersionId, c.standardId, c.parameterVersionId
  FROM Sitting s JOIN Campaign c ON c.id = s.campaignId JOIN Invitee i ON i.id = s.inviteeId
  LEFT JOIN SittingAbility a ON a.sittingId = s.id
  WHERE s.kind = 'person' AND s.submittedAt IS NOT NULL AND a.sittingId IS NULL AND (? IS NULL OR s.campaignId = ?)
  ORDER BY s.id LIMIT ?`

/** Measures the submitted sittings that have no ability yet, a hundred in a transaction; of one campaign or of all. */
export async function measureWaiting(campaignId: string | null = null): Promise<void> {
  for (;;) {
    const rows = reader.sql.all<Row>(waitingSql, campaignId, campaignId, atOnce)
    if (rows.length === 0) return
    await inTransaction(async (tx) => {
      for (const row of rows) {
        const { sittingId, submittedAt } = row
        const scale = measuringOf(row)
        const targets = JSON.parse(row.targets) as Targets
        const steps = stepsOfPlan(tx.sql, sittingId, JSON.parse(row.plan) as PlannedStep[])
        const measured = measureSitting(tx, scale, { sittingId, steps, targets })
        storeSitting(tx, scale, { sittingId, ...measured, stopped: null, at: new Date(submittedAt) })
      }
    })
  }
}
