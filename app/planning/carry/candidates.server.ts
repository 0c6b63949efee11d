import { sessionsOf } from '~/classes/class-at.server'
import { seatedIn } from '~/classes/people/find-people.server'
import { compareNames } from '~/formats/fold'
import { reader, type Reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import { clashes } from './assign'
import type { CommuneClass } from './commune-classes.server'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }

/** Somebody of a commune who may be named; `busy`: the class at the same time in which the person has a seat already. */
export type Candidate = {
  personId: string
  staffCode: string
  fullName: string
  /** The main one first. */ positionCodes: string[]
  seated: boolean
  busy: Bilingual | null
}

type Row = { personId: string; staffCode: string; fullName: string; positions: string }

/** The staff of a commune by given name; members of community teams learn elsewhere. */
export function candidates(
  communeCode: string,
  { classId, delivery, sessions }: Pick<CommuneClass, 'classId' | 'delivery' | 'sessions'>,
  from: From = reader,
): Candidate[] {
  const seated = seatedIn(classId, from)
  const busy =
    delivery === 'online' ? new Map<string, Bilingual>() : busyPeople(communeCode, classId, sessions, from)
  return from.sql
    .all<Row>(
      `SELECT p.id AS personId, p.staffCode, p.fullName, (SELECT json_group_array(positionCode) FROM (SELECT positionCode
         FROM PersonPosition WHERE personId = p.id AND until IS NULL ORDER BY rank, id)) AS positions
       FROM Person p JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL
       WHERE pc.communeCode = ? AND p.kind <> 'community_team'`,
      communeCode,
    )
    .map(({ positions, ...row }) => ({
      ...row,
      positionCodes: JSON.parse(positions) as string[],
      seated: seated.has(row.personId),
      busy: busy.get(row.personId) ?? null,
    }))
    .sort((a, b) => compareNames(a.fullName, b.fullName) || (a.staffCode < b.staffCode ? -1 : 1))
}

/** Who of a commune has a seat in another class that nobody can be at as well. */
function busyPeople(
  communeCode: string,
  classId: string,
  sessions: CommuneClass['sessions'],
  from: From,
): Map<string, Bilingual> {
  const rows = from.sql.all<{ personId: string; classId: string; titleVi: string; titleEn: string }>(
    `SELECT p.personId, c.id AS classId, c.titleVi, c.titleEn FROM ClassPlace p
     JOIN PersonCommune pc ON pc.personId = p.personId AND pc.until IS NULL AND pc.communeCode = ?
     JOIN TrainingClass c ON c.id = p.classId AND c.cancelledAt IS NULL
     LEFT JOIN PlannedClass n ON n.classId = c.id
     WHERE p.withdrawnAt IS NULL AND c.id <> ? AND coalesce(n.delivery, 'class') <> 'online'
       AND EXISTS (SELECT 1 FROM ClassSession s WHERE s.classId = c.id AND s.date IN (SELECT value FROM json_each(?)))`,
    communeCode,
    classId,
    JSON.stringify(sessions.map(({ date }) => date)),
  )
  const others = new Map([...new Set(rows.map((row) => row.classId))].map((id) => [id, sessionsOf(from, id)]))
  return new Map(
    rows
      .filter((row) => clashes(sessions, others.get(row.classId)!))
      .map(({ personId, titleVi, titleEn }) => [personId, { vi: titleVi, en: titleEn || titleVi }]),
  )
}
