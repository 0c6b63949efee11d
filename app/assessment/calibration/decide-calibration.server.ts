import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { CalibrationReport, Decision } from './calibration-run'

export type CalibrationDecision = {
  id: number
  what: Decision['what']
  reason: string | null
  /** How many decisions there were when the page was read; another number means that somebody decided meanwhile. */
  seen: number
}

/**
 * Adopts a calibration, so that campaigns opened from now on measure by it, or rejects it with a reason. Adopting an
 * earlier one again goes back to it; rejecting the one in force goes back to the one before, or to the experts. Campaigns
 * that are open or closed keep what they measure by.
 */
export async function decideCalibration(
  actor: Actor,
  { id, what, reason, seen }: CalibrationDecision,
): Promise<'saved' | 'changedMeanwhile'> {
  authorise(actor, 'calibration.run')
  if (what === 'rejected' && !reason) throw refuse('badRequest')
  return inTransaction(async (tx) => {
    if (reportOf(tx, id).decisions.length !== seen) return 'changedMeanwhile'
    decide(tx, id, { what, reason, by: actor.accountId })
    return 'saved'
  })
}

/** Records a decision inside a transaction; whoever calls it has authorised it. */
export function decide(tx: Tx, id: number, { what, reason, by }: Omit<Decision, 'at'>): void {
  const at = dbDate(now())
  const report = reportOf(tx, id)
  const decided: CalibrationReport = {
    ...report,
    decisions: [...report.decisions, { at, by, what, reason }],
  }
  tx.sql.run(
    'UPDATE ParameterVersion SET state = ?, report = ?, decidedAt = ?, decidedBy = ? WHERE id = ?',
    what,
    JSON.stringify(decided),
    at,
    by,
    id,
  )
}

function reportOf(tx: Tx, id: number): CalibrationReport {
  const row = tx.sql.get<{ report: string }>('SELECT report FROM ParameterVersion WHERE id = ?', id)
  if (!row) throw refuse('notFound')
  return JSON.parse(row.report) as CalibrationReport
}
