import { positionNames } from '~/people/positions/positions.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Subject } from '../kinds'
import { provinceWords } from '../letterhead.server'
import { plannedLines } from '../plan/class-lines.server'
import type { ClassLine } from '../plan/class-lines'
import type { Named } from './named'

type Row = Omit<Named, 'position'> & { vi: string | null; en: string | null }

/** What lists and letters of an approved plan are made from: of all of it, of a class, or of a commune's part. */
export type ListSource = {
  plan: PlanOfLists
  province: Bilingual
  classes: ClassLine[]
  people: Named[]
  communes: Record<string, string>
  positions: Record<string, Bilingual>
}

type PlanOfLists = { id: string; provinceCode: string; title: Bilingual; isDraft: boolean; sample: boolean }

/** A plan as whoever makes its lists reads it: its planner, or the leader of the commune that the list is of. */
function planOfLists(actor: Actor, planId: string, communeCode: string | null): PlanOfLists {
  authorise(actor, 'documents.participants')
  const row = reader.sql.get<{
    id: string
    provinceCode: string
    title: string
    titleEn: string | null
    state: string
    sample: number
  }>('SELECT id, provinceCode, title, titleEn, state, sample FROM TrainingPlan WHERE id = ?', planId)
  if (!row) throw refuse('notFound')
  const { title, titleEn, state, sample, ...plan } = row
  if (communeCode === null) authorise(actor, 'documents.make', { provinceCode: plan.provinceCode })
  else authorise(actor, 'documents.participants', { provinceCode: plan.provinceCode, communeCode })
  return {
    ...plan,
    title: { vi: title, en: titleEn ?? title },
    isDraft: state === 'draft',
    sample: sample === 1,
  }
}

/** Null where the plan is not approved, or the class is not one of it or was cancelled. */
export function listSource(actor: Actor, { planId, classId, communeCode }: Subject): ListSource | null {
  const plan = planOfLists(actor, planId ?? '', communeCode)
  if (plan.isDraft) return null
  const classes = plannedLines(plan.id, { classId, communeCode })
  if (classId !== null && classes.length === 0) return null
  const people = reader.sql
    .all<Row>(
      `SELECT p.classId, e.fullName, pc.communeCode, m.name AS commune, o.nameVi AS vi, o.nameEn AS en
       FROM ClassPlace p JOIN PlannedClass n ON n.classId = p.classId JOIN TrainingClass c ON c.id = n.classId AND c.cancelledAt IS NULL
       JOIN Person e ON e.id = p.personId JOIN PersonCommune pc ON pc.personId = e.id AND pc.until IS NULL
       JOIN Commune m ON m.code = pc.communeCode
       LEFT JOIN Position o ON o.code = (SELECT positionCode FROM PersonPosition x WHERE x.personId = e.id AND x.until IS NULL
         ORDER BY x.rank, x.id LIMIT 1)
       WHERE n.planId = ? AND p.withdrawnAt IS NULL AND (? IS NULL OR p.classId = ?) AND (? IS NULL OR pc.communeCode = ?)`,
      ...[plan.id, classId, classId, communeCode, communeCode],
    )
    .map(({ vi, en, ...row }): Named => ({ ...row, position: { vi: vi ?? '', en: en ?? '' } }))
  const communes = reader.sql.all<{ code: string; name: string }>(
    'SELECT code, name FROM Commune WHERE provinceCode = ?',
    plan.provinceCode,
  )
  return {
    plan,
    province: provinceWords(plan.provinceCode),
    classes,
    people,
    communes: Object.fromEntries(communes.map(({ code, name }) => [code, name])),
    positions: positionNames(),
  }
}
