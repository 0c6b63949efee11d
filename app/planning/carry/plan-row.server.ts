import { reader, type Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'

type From = { sql: Pick<Reader['sql'], 'get'> }
type Row = {
  id: string
  provinceCode: string
  campaignId: string | null
  title: string
  titleEn: string | null
  state: 'draft' | 'approved' | 'closed'
  sample: number
  approvedAt: string | null
  approvedBy: string | null
  closedAt: string | null
}

/** A plan as its carrying out names it. */
export type CarriedPlan = Omit<Row, 'title' | 'titleEn' | 'sample'> & { title: Bilingual; sample: boolean }

/** A plan that the actor makes and carries out; one of another province is refused. */
export function plannersPlan(actor: Actor, id: string, from: From = reader): CarriedPlan {
  authorise(actor, 'plans.manage')
  const row = from.sql.get<Row>(
    `SELECT id, provinceCode, campaignId, title, titleEn, state, sample, approvedAt, approvedBy, closedAt
     FROM TrainingPlan WHERE id = ?`,
    id,
  )
  if (!row) throw refuse('notFound')
  authorise(actor, 'plans.manage', { provinceCode: row.provinceCode })
  const { title, titleEn, sample, ...rest } = row
  return { ...rest, title: { vi: title, en: titleEn ?? title }, sample: sample === 1 }
}

/** A plan that was approved; a draft has nothing to be carried out, and its pages do not exist. */
export function approvedPlan(
  actor: Actor,
  id: string,
  from: From = reader,
): CarriedPlan & { approvedAt: string } {
  const plan = plannersPlan(actor, id, from)
  if (plan.state === 'draft' || plan.approvedAt === null) throw refuse('notFound')
  return { ...plan, approvedAt: plan.approvedAt }
}
