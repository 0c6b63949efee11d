import { sessionsOf } from '~/classes/class-at.server'
import { firstDay } from '~/planning/carry/classes-to-make'
import { nameBy } from '~/planning/carry/name-by'
import type { Delivery } from '~/planning/problem'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import { inTime, type ClassLine, type LineSeats } from './class-lines'

type Row = {
  classId: string
  delivery: Delivery
  titleVi: string
  titleEn: string
  approvedAt: string
}

/**
 * The classes of an approved plan as they stand now, cancelled ones left out: all, one of them, or those in which a commune
 * has seats, and then with its seats only.
 */
export function plannedLines(
  planId: string,
  { classId = null, communeCode = null }: { classId?: string | null; communeCode?: string | null } = {},
): ClassLine[] {
  const rows = reader.sql.all<Row>(
    `SELECT n.classId, n.delivery, c.titleVi, coalesce(nullif(c.titleEn, ''), c.titleVi) AS titleEn, t.approvedAt
     FROM PlannedClass n JOIN TrainingClass c ON c.id = n.classId AND c.cancelledAt IS NULL JOIN TrainingPlan t ON t.id = n.planId
     WHERE n.planId = ? AND (? IS NULL OR n.classId = ?)
       AND (? IS NULL OR EXISTS (SELECT 1 FROM ClassQuota q WHERE q.classId = n.classId AND q.communeCode = ?))`,
    ...[planId, classId, classId, communeCode, communeCode],
  )
  const seats = reader.sql.all<LineSeats & { classId: string }>(
    `SELECT q.classId, q.communeCode, q.positionCode, q.seats FROM ClassQuota q JOIN PlannedClass n ON n.classId = q.classId
     LEFT JOIN Position p ON p.code = q.positionCode
     WHERE n.planId = ? AND q.seats > 0 AND (? IS NULL OR q.communeCode = ?) ORDER BY q.communeCode, p."order", q.positionCode`,
    ...[planId, communeCode, communeCode],
  )
  const byClass = new Map<string, LineSeats[]>()
  for (const { classId: id, ...each } of seats) byClass.set(id, [...(byClass.get(id) ?? []), each])
  return inTime(
    rows.map((row): ClassLine => {
      const sessions = sessionsOf(reader, row.classId)
      const days = [...new Set(sessions.map(({ date }) => date))].sort()
      const [first] = days
      const times = sessions.filter(({ date }) => date === first)
      const begin = firstDay({ sessions: sessions.map((each) => ({ ...each, id: null })) })
      return {
        id: row.classId,
        title: { vi: row.titleVi, en: row.titleEn },
        delivery: row.delivery,
        days,
        times:
          row.delivery === 'online'
            ? ''
            : times.map(({ startsAt, endsAt }) => `${startsAt}–${endsAt}`).join(', '),
        place: [...new Set(sessions.map(({ place }) => place))].join('; '),
        trainer: [...new Set(sessions.flatMap(({ trainer }) => trainer || []))].join(', '),
        seats: byClass.get(row.classId) ?? [],
        nameBy: nameBy(row.delivery, begin, vietnamDay(new Date(row.approvedAt))),
      }
    }),
  )
}
