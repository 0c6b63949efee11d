import { stateOf, type ClassSession, type ClassState } from '~/classes/class'
import { sessionsOf } from '~/classes/class-at.server'
import { now } from '~/platform/clock/now.server'
import { reader, type Reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Delivery } from '../problem'
import { firstDay } from './classes-to-make'
import { nameBy } from './name-by'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }
type Row = {
  classId: string
  planId: string
  provinceCode: string
  campaignId: string | null
  delivery: Delivery
  titleVi: string
  titleEn: string
  competencies: string
  cancelledAt: string | null
  cancelReason: string | null
  approvedAt: string
  seats: number
  named: number
}

/** A class of an approved plan in which a commune has seats; `named` of its `seats` have a name. */
export type CommuneClass = {
  classId: string
  provinceCode: string
  campaignId: string | null
  delivery: Delivery
  title: Bilingual
  competencies: string[]
  cancelledAt: string | null
  cancelReason: string | null
  sessions: ClassSession[]
  state: ClassState
  seats: number
  named: number
  /** The last day on which people are named in time. */ nameBy: string
  late: boolean
}

const namedSql = `SELECT count(*) FROM ClassPlace p JOIN PersonCommune pc ON pc.personId = p.personId AND pc.until IS NULL
  WHERE p.classId = n.classId AND p.withdrawnAt IS NULL AND pc.communeCode = q.communeCode`

/** The classes in which a commune has seats, one of them where `classId` names it; those that come first first. */
export function communeClasses(
  communeCode: string,
  classId: string | null = null,
  from: From = reader,
): CommuneClass[] {
  const rows = from.sql.all<Row>(
    `SELECT n.classId, n.planId, t.provinceCode, t.campaignId, n.delivery, c.titleVi, c.titleEn, c.competencies, c.cancelledAt,
       c.cancelReason, t.approvedAt, sum(q.seats) AS seats, (${namedSql}) AS named
     FROM ClassQuota q JOIN PlannedClass n ON n.classId = q.classId JOIN TrainingPlan t ON t.id = n.planId
     JOIN TrainingClass c ON c.id = n.classId
     WHERE q.communeCode = ? AND (? IS NULL OR n.classId = ?) GROUP BY n.classId`,
    communeCode,
    classId,
    classId,
  )
  const today = vietnamDay(now())
  return rows
    .map((row): CommuneClass => {
      const { titleVi, titleEn, competencies, approvedAt, planId: _, ...rest } = row
      const sessions = sessionsOf(from, row.classId)
      const deadline = nameBy(row.delivery, firstDay({ sessions }), vietnamDay(new Date(approvedAt)))
      const state = stateOf({ sessions, cancelledAt: row.cancelledAt }, now())
      return {
        ...rest,
        title: { vi: titleVi, en: titleEn || titleVi },
        competencies: JSON.parse(competencies) as string[],
        sessions,
        state,
        nameBy: deadline,
        late: state === 'planned' && row.named < row.seats && deadline < today,
      }
    })
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0))
}

export type QuotaOf = { positionCode: string; position: Bilingual; seats: number }

/** The seats of a commune in a class by position, in the order of positions. */
export function quotasOf(classId: string, communeCode: string, from: From = reader): QuotaOf[] {
  return from.sql
    .all<{ positionCode: string; vi: string; en: string; seats: number }>(
      `SELECT q.positionCode, coalesce(p.nameVi, q.positionCode) AS vi, coalesce(p.nameEn, q.positionCode) AS en, q.seats
       FROM ClassQuota q LEFT JOIN Position p ON p.code = q.positionCode
       WHERE q.classId = ? AND q.communeCode = ? ORDER BY p."order", q.positionCode`,
      classId,
      communeCode,
    )
    .map(({ positionCode, vi, en, seats }) => ({ positionCode, position: { vi, en }, seats }))
}
