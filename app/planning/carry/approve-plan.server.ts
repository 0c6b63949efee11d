import { insertClass } from '~/classes/save-class.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { ApprovalFault } from './approvable'
import { approvable } from './approval.server'
import type { ClassToMake } from './classes-to-make'
import { insertLetter, mailLetter } from './make-letters.server'
import { plannersPlan } from './plan-row.server'

/** `seen`: the result that the planner has read; `mail`: letters go by e-mail where an address is known. */
export type Approval = { number: number; seen: number; mail: boolean }
export type ApprovalAnswer =
  | { made: { classes: number; letters: number; mailed: number }; fault?: never }
  | { fault: ApprovalFault; made?: never }

/**
 * Approves a plan by one of its scenarios: makes the classes with their sessions, the seats of each commune and position, and
 * a letter to each commune of each class, all of it or nothing. A plan is approved once, whoever presses the button.
 */
export async function approvePlan(
  actor: Actor,
  planId: string,
  { number, seen, mail }: Approval,
): Promise<ApprovalAnswer> {
  const { provinceCode } = plannersPlan(actor, planId)
  authorise(actor, 'classes.manage', { provinceCode })
  return inTransaction(async (tx): Promise<ApprovalAnswer> => {
    const plan = plannersPlan(actor, planId, tx)
    const found = approvable(tx, { plan, number, seen })
    if (!found) return { fault: 'noScenario' }
    if (found.fault) return { fault: found.fault }
    tx.sql.run(
      "UPDATE TrainingPlan SET state = 'approved', approvedAt = ?, approvedBy = ? WHERE id = ?",
      dbDate(now()),
      actor.accountId,
      planId,
    )
    tx.sql.run('UPDATE PlanScenario SET chosen = (id = ?) WHERE planId = ?', found.scenario.id, planId)
    const letters: string[] = []
    let mailed = 0
    for (const each of found.classes) {
      const classId = await makeClass(
        tx,
        actor,
        { planId, provinceCode, scenarioId: found.scenario.id },
        each,
      )
      for (const communeCode of new Set(each.quotas.map((quota) => quota.communeCode))) {
        const letter = { planId, classId, communeCode, kind: 'summons' as const }
        const id = insertLetter(tx, letter, actor.accountId)
        letters.push(id)
        if (mail && mailLetter(tx, { ...letter, id }, actor.accountId)) mailed += 1
      }
    }
    const made = { classes: found.classes.length, letters: letters.length, mailed }
    await audit(tx, actor.accountId, 'plan.approve', planId, { scenario: number, ...made })
    return { made }
  })
}

type Of = { planId: string; provinceCode: string; scenarioId: string }

async function makeClass(
  tx: Tx,
  actor: Actor,
  { planId, provinceCode, scenarioId }: Of,
  each: ClassToMake,
): Promise<string> {
  const { title, aim, competencies, moduleCode, sessions, seats } = each
  const classId = await insertClass(tx, actor, provinceCode, {
    titleVi: title.vi,
    titleEn: title.en,
    aimVi: aim.vi,
    aimEn: aim.en,
    competencies,
    modules: [moduleCode],
    seats,
    minShare: 80,
    sessions,
  })
  tx.sql.run(
    `INSERT INTO PlannedClass (classId, planId, scenarioId, key, moduleCode, delivery, expected, cost)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[classId, planId, scenarioId, each.key, moduleCode, each.delivery, each.expected, each.cost],
  )
  for (const { communeCode, positionCode, seats: some } of each.quotas)
    tx.sql.run(
      'INSERT INTO ClassQuota (classId, communeCode, positionCode, seats) VALUES (?, ?, ?, ?)',
      ...[classId, communeCode, positionCode, some],
    )
  return classId
}
