import { sessionsOf } from '~/classes/class-at.server'
import { inSentence } from '~/people/places/places.server'
import { reader, type Reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Delivery } from '../problem'
import { firstDay } from './classes-to-make'
import type { LetterKind } from './letter'
import type { LetterFacts } from './letter-words'
import { nameBy } from './name-by'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }
type Row = {
  titleVi: string | null
  titleEn: string | null
  cancelReason: string | null
  delivery: Delivery
  approvedAt: string
  commune: string
  province: string
}

/** What a letter about a class tells a commune; the class may be gone meanwhile, and is then named by its module. */
export function letterFacts(
  letter: { classId: string; communeCode: string; kind: LetterKind },
  from: From = reader,
): LetterFacts {
  const { classId, communeCode, kind } = letter
  const row = from.sql.get<Row>(
    `SELECT coalesce(c.titleVi, n.moduleCode) AS titleVi, coalesce(nullif(c.titleEn, ''), c.titleVi, n.moduleCode) AS titleEn,
       c.cancelReason, n.delivery, p.approvedAt, m.name AS commune, v.name AS province
     FROM PlannedClass n JOIN TrainingPlan p ON p.id = n.planId LEFT JOIN TrainingClass c ON c.id = n.classId
     JOIN Commune m ON m.code = ? JOIN Province v ON v.code = p.provinceCode WHERE n.classId = ?`,
    communeCode,
    classId,
  )!
  const sessions = sessionsOf(from, classId)
  const quotas = from.sql.all<{ vi: string; en: string; seats: number }>(
    `SELECT coalesce(p.nameVi, q.positionCode) AS vi, coalesce(p.nameEn, q.positionCode) AS en, q.seats FROM ClassQuota q
     LEFT JOIN Position p ON p.code = q.positionCode WHERE q.classId = ? AND q.communeCode = ? ORDER BY p."order", q.positionCode`,
    classId,
    communeCode,
  )
  const approvedOn = vietnamDay(new Date(row.approvedAt))
  return {
    kind,
    commune: inSentence(row.commune),
    province: row.province,
    title: { vi: row.titleVi ?? '', en: row.titleEn ?? '' },
    delivery: row.delivery,
    sessions,
    quotas: quotas.map(({ vi, en, seats }) => ({ position: { vi, en }, seats })),
    nameBy: nameBy(
      row.delivery,
      firstDay({ sessions: sessions.map((each) => ({ ...each, id: null })) }),
      approvedOn,
    ),
    reason: row.cancelReason ?? '',
  }
}
