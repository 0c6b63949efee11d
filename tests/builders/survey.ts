import type { PlannedStep } from '~/assessment/plan'
import type { QuizPage, StepPage, SurveyStep } from '~/campaigns/survey-page'
import type { Tx } from '~/platform/db/db.server'

/** A page of a survey that must be a question to be answered. */
export function question(page: StepPage | QuizPage | null): SurveyStep {
  if (page?.shows !== 'question') throw new Error(`not a question but ${page?.shows ?? 'nothing'}`)
  return page
}

/**
 * Puts a sitting that has just begun on the first of the parallel fixed forms, whose items have the letter a. Import
 * after `freshDatabase()`.
 */
export async function onFirstForm(personId: string, campaignId: string): Promise<void> {
  const { inTransaction } = await import('~/platform/db/db.server')
  await inTransaction(async (tx) => {
    const sitting = await tx.sitting.findFirstOrThrow({ where: { campaignId, invitee: { personId } } })
    const plan = (JSON.parse(sitting.plan) as PlannedStep[]).map((step) => {
      if (step.kind !== 'item' || step.pilot) return step
      const code = step.ref.replace(/[a-z]@\d+$/, 'a')
      return { ...step, step: `q-${code}`, ref: newestItem(tx.sql, code) }
    })
    await tx.sitting.update({ where: { id: sitting.id }, data: { plan: JSON.stringify(plan), parallel: 0 } })
  })
}

/** The id of the newest version of a shipped item. */
export function newestItem(sql: Pick<Tx['sql'], 'get'>, code: string): string {
  return sql.get<{ id: string }>('SELECT id FROM ItemVersion WHERE code = ? ORDER BY version DESC', code)!.id
}
