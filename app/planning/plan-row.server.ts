import { reader, type Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { Action } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { settingsSchema, type PlanSettings } from './settings'

/** `reader`, or a transaction. */
export type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }

export type PlanRow = {
  id: string
  provinceCode: string
  campaignId: string | null
  title: Bilingual
  state: 'draft' | 'approved' | 'closed'
  sample: boolean
}

type Stored = Omit<PlanRow, 'title' | 'sample'> & { title: string; titleEn: string | null; sample: number }

const planSql =
  'SELECT id, provinceCode, campaignId, title, titleEn, state, sample FROM TrainingPlan WHERE id = ?'

/** A plan by its id, for somebody who may do `action` in its province. */
export function planAt(actor: Actor, action: Action, id: string, from: From = reader): PlanRow {
  const row = from.sql.get<Stored>(planSql, id)
  if (!row) throw refuse('notFound')
  authorise(actor, action, { provinceCode: row.provinceCode })
  const { title, titleEn, sample, ...rest } = row
  return { ...rest, title: { vi: title, en: titleEn ?? title }, sample: sample === 1 }
}

export type ScenarioRow = {
  id: string
  planId: string
  number: number
  name: string
  settings: string
  revision: number
  state: 'editing' | 'solving' | 'solved' | 'infeasible' | 'failed'
  solvedRevision: number | null
  problem: string | null
  result: string | null
  editedAt: string
  editedBy: string
}

/** A scenario of a plan by its number; it does not ask who reads it. */
export function scenarioAt(planId: string, number: number, from: From = reader): ScenarioRow {
  const row = from.sql.get<ScenarioRow>(
    `SELECT id, planId, number, name, settings, revision, state, solvedRevision, problem, result, editedAt, editedBy
     FROM PlanScenario WHERE planId = ? AND number = ?`,
    planId,
    number,
  )
  if (!row) throw refuse('notFound')
  return row
}

export function settingsOf({ settings }: Pick<ScenarioRow, 'settings'>): PlanSettings {
  return settingsSchema.parse(JSON.parse(settings))
}
