import type { reader } from '~/platform/db/db.server'
import { itemVersion } from './content.server'
import type { MeasuredAnswer } from './measured-answers'
import { chosenItems, chosenStep } from './adaptive/chosen.server'
import type { PlannedStep, Step } from './plan'
import { evidenceId } from './practice/parameters'
import { evidenceOf, type StepScore } from './practice/scoring'
import { scenarioVersion } from './practice/versions.server'

type Sql = Pick<typeof reader.sql, 'get' | 'all'>
type ResponseRow = { step: string; value: string; score: number | null; at: string }
type StoredSteps = { sittingId: string; steps: readonly Step[] }

/** The steps of a sitting, with the items that an adaptive quiz has chosen in the place where its plan has the quiz. */
export function stepsOfPlan(sql: Pick<Sql, 'all'>, sittingId: string, plan: readonly PlannedStep[]): Step[] {
  return plan.flatMap((each): Step[] =>
    each.kind === 'adaptive'
      ? chosenItems(sql, sittingId).map((item) => chosenStep(item, each.section))
      : [each],
  )
}

/** The scored answers of a sitting to the items among its steps; pilots and items not reached are none. */
export function scoredAnswers(sql: Sql, { sittingId, steps }: StoredSteps): MeasuredAnswer[] {
  const rows = sql.all<ResponseRow>(
    'SELECT step, value, score, at FROM Response WHERE sittingId = ? ORDER BY seq',
    sittingId,
  )
  const seconds = secondsByStep(sql, sittingId, steps, rows)
  const current = new Map(rows.map((row) => [row.step, row]))
  return steps.flatMap((each): MeasuredAnswer[] => {
    const score = current.get(each.step)?.score ?? null
    if (score === null || isPilot(each)) return []
    if (each.kind === 'practice') return practiceAnswers(each.ref, current.get(each.step)!.value)
    if (each.kind !== 'item') return []
    const { id, competency, kind } = itemVersion(each.ref)
    return [{ itemId: id, competency, kind, score, seconds: seconds?.get(each.step) ?? null }]
  })
}

/** What a finished practice task shows, one answer a competency. */
function practiceAnswers(versionId: string, value: string): MeasuredAnswer[] {
  const scores = JSON.parse(value) as StepScore[]
  return evidenceOf(scenarioVersion(versionId), scores).map(({ competency, score }) => ({
    itemId: evidenceId(versionId, competency),
    competency,
    kind: 'practice',
    score,
    seconds: null,
  }))
}

/** The self-assessed levels of a sitting, by competency. */
export function selfLevels(sql: Sql, { sittingId, steps }: StoredSteps): Record<string, number> {
  const rows = sql.all<{ step: string; value: string }>(
    'SELECT step, value, max(seq) FROM Response WHERE sittingId = ? GROUP BY step',
    sittingId,
  )
  const values = new Map(rows.map(({ step, value }) => [step, JSON.parse(value) as unknown]))
  return Object.fromEntries(
    steps.flatMap(({ kind, step, ref }) => {
      const value = kind === 'self' ? values.get(step) : null
      return typeof value === 'number' ? [[ref, value]] : []
    }),
  )
}

function isPilot(step: Step): boolean {
  return 'pilot' in step && step.pilot === true
}

/**
 * How long a person took for each step, over all times that it was answered: from the answer before it, or from where
 * the adaptive quiz chose the item. Null for answers that were typed in from paper.
 */
function secondsByStep(
  sql: Sql,
  sittingId: string,
  steps: readonly Step[],
  rows: readonly ResponseRow[],
): Map<string, number> | null {
  const sitting = sql.get<{ channel: string; startedAt: string }>(
    'SELECT channel, startedAt FROM Sitting WHERE id = ?',
    sittingId,
  )
  if (!sitting || sitting.channel === 'intake') return null
  const chosen = sql.all<{ itemVersionId: string; at: string }>(
    'SELECT itemVersionId, at FROM SittingItem WHERE sittingId = ?',
    sittingId,
  )
  const chosenAt = new Map(chosen.map(({ itemVersionId, at }) => [itemVersionId, at]))
  const itemOf = new Map(steps.map(({ step, ref }) => [step, ref]))
  const seconds = new Map<string, number>()
  let before = sitting.startedAt
  for (const { step, at } of rows) {
    const from = chosenAt.get(itemOf.get(step) ?? '') ?? before
    const taken = (Date.parse(at) - Date.parse(from)) / 1000
    seconds.set(step, (seconds.get(step) ?? 0) + Math.max(0, taken))
    before = at
  }
  return seconds
}
