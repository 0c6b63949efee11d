import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { planAt, scenarioAt, settingsOf, type From, type ScenarioRow } from '../plan-row.server'
import type { PlanSettings } from '../settings'
import type { FieldFaults } from '../typed-fields'
import { mergeValues, type Conflict } from './merge'
import { readPart, valuesOf, type Part, type PartValues } from './parts'
import { codesOf, listsOf } from './setting-lists.server'

export type PartInput = {
  planId: string
  number: number
  part: Part
  typed: PartValues
  /** The revision and the values that the page was opened with. */
  revision: number
  was: PartValues
}

/** Who saved the scenario last, and when. */
export type Editor = { name: string | null; at: string }

export type PartAnswer =
  /** `joined`: how many fields of others were kept beside what was typed; null where nobody else was there. */
  | { kind: 'saved'; joined: number | null }
  | { kind: 'wrong'; faults: FieldFaults }
  | { kind: 'locked' }
  /** Both changed these fields; the rest is joined in `values`. The next attempt names `revision` and `was`. */
  | {
      kind: 'conflict'
      conflicts: Conflict[]
      changed: string[]
      values: PartValues
      was: PartValues
      revision: number
      editor: Editor
    }

/**
 * Saves one page of a scenario's settings. Where somebody else saved since the page was opened, what they changed is kept,
 * and what both changed is asked about: nothing typed and nothing saved is lost. Only a draft is changed.
 */
export async function savePart(actor: Actor, input: PartInput): Promise<PartAnswer> {
  return inTransaction(async (tx): Promise<PartAnswer> => {
    const plan = planAt(actor, 'plans.manage', input.planId, tx)
    if (plan.state !== 'draft') return { kind: 'locked' }
    const scenario = scenarioAt(input.planId, input.number, tx)
    const lists = codesOf(listsOf(planText(tx, input.planId), tx))
    const current = settingsOf(scenario)
    const read = readPart(input.part, input.typed, current, lists)
    if (read.faults) return { kind: 'wrong', faults: read.faults }
    if (scenario.revision === input.revision) {
      await store(tx, actor, scenario, current, read.settings)
      return { kind: 'saved', joined: null }
    }
    const theirs = valuesOf(input.part, current, lists)
    const { values, conflicts, changed } = mergeValues(
      input.was,
      theirs,
      valuesOf(input.part, read.settings, lists),
    )
    if (conflicts.length > 0) {
      const { revision } = scenario
      const editor = editorOf(scenario, tx)
      return { kind: 'conflict', conflicts, changed, values, was: theirs, revision, editor }
    }
    const joined = readPart(input.part, values, current, lists)
    if (joined.faults) return { kind: 'wrong', faults: joined.faults }
    await store(tx, actor, scenario, current, joined.settings)
    return { kind: 'saved', joined: changed.length }
  })
}

/** Who saved a scenario last; the name is null where the account is gone. */
export function editorOf(
  { editedAt, editedBy }: Pick<ScenarioRow, 'editedAt' | 'editedBy'>,
  from: From,
): Editor {
  const row = from.sql.get<{ name: string }>('SELECT displayName AS name FROM Account WHERE id = ?', editedBy)
  return { name: row?.name ?? null, at: editedAt }
}

function planText(from: From, id: string): { provinceCode: string; basis: string } {
  return from.sql.get<{ provinceCode: string; basis: string }>(
    'SELECT provinceCode, basis FROM TrainingPlan WHERE id = ?',
    id,
  )!
}

/** Writes settings where they differ from those there were; a result that is being worked out is of the revision it began with. */
async function store(
  tx: Tx,
  actor: Actor,
  { id, revision }: Pick<ScenarioRow, 'id' | 'revision'>,
  before: PlanSettings,
  after: PlanSettings,
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return
  tx.sql.run(
    `UPDATE PlanScenario SET settings = ?, revision = ?, state = CASE state WHEN 'solving' THEN state ELSE 'editing' END,
       editedAt = ?, editedBy = ? WHERE id = ?`,
    JSON.stringify(after),
    revision + 1,
    dbDate(now()),
    actor.accountId,
    id,
  )
  await audit(tx, actor.accountId, 'plan.settings', id, { revision: revision + 1 })
}
