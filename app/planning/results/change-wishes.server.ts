import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { planAt, scenarioAt, settingsOf } from '../plan-row.server'
import type { PlanSettings } from '../settings'

export type ScenarioRef = {
  planId: string
  number: number
  /** The settings that the actor saw. */ revision: number
}

/** Why settings were not changed; `changed` says by whom and when they were changed in between. */
export type ChangeFault =
  { fault: 'approved' } | { fault: 'changed'; by: string; at: string; revision: number }

/**
 * Changes what is wished of the classes of a scenario: one revision more, the result is then of earlier settings. Null when it
 * is done; nothing changes where somebody else has changed the settings since they were seen.
 */
export async function changeWishes(
  actor: Actor,
  { planId, number, revision }: ScenarioRef,
  action: string,
  change: (settings: PlanSettings) => PlanSettings,
): Promise<ChangeFault | null> {
  planAt(actor, 'plans.manage', planId)
  return inTransaction(async (tx) => {
    if (planAt(actor, 'plans.manage', planId, tx).state !== 'draft') return { fault: 'approved' }
    const scenario = scenarioAt(planId, number, tx)
    if (scenario.revision !== revision)
      return {
        fault: 'changed',
        by: accountName(scenario.editedBy),
        at: scenario.editedAt,
        revision: scenario.revision,
      }
    const settings = change(settingsOf(scenario))
    tx.sql.run(
      `UPDATE PlanScenario SET settings = ?, revision = revision + 1, state = 'editing', editedAt = ?, editedBy = ? WHERE id = ?`,
      JSON.stringify(settings),
      dbDate(now()),
      actor.accountId,
      scenario.id,
    )
    await audit(tx, actor.accountId, action, planId, { scenario: number })
    return null
  })
}

/** Who an account is, for whoever works on the same plan; '–' where it is gone. */
export function accountName(accountId: string): string {
  const row = reader.sql.get<{ name: string }>(
    'SELECT displayName AS name FROM Account WHERE id = ?',
    accountId,
  )
  return row?.name ?? '–'
}
