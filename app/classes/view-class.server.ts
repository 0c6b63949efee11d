import { compareNames } from '~/formats/fold'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { stateOf, type ClassState, type TrainingClass } from './class'
import { namedCompetencies, titledModules } from './class-choices.server'
import { managedClass } from './class-at.server'

export type Participant = {
  personId: string
  staffCode: string
  fullName: string
  communeName: string | null
  positionCodes: string[]
  withdrawnAt: string | null
  withdrawnReason: string | null
  /** Sessions at which the person was. */
  attended: number
  /** Sessions for which it is known whether the person was there. */
  known: number
}

export type ClassView = {
  class: TrainingClass
  state: ClassState
  competencies: { code: string; name: Bilingual }[]
  modules: { code: string; title: Bilingual }[]
  /** Those who have a seat, then those who withdrew; each by given name. */
  people: Participant[]
  /** How many were at each session, by its id; missing where nobody has taken the attendance. */
  present: Record<string, number>
}

export function viewClass(actor: Actor, id: string): ClassView {
  const found = managedClass(actor, id)
  return {
    class: found,
    state: stateOf(found, now()),
    competencies: namedCompetencies(found.competencies),
    modules: titledModules(found.modules),
    people: participantsOf(id),
    present: presentAt(id),
  }
}

type Stored = Omit<Participant, 'positionCodes'> & { positions: string }

/** Everybody who has or had a seat. */
export function participantsOf(classId: string): Participant[] {
  const rows = reader.sql.all<Stored>(
    `SELECT p.id AS personId, p.staffCode, p.fullName, c.name AS communeName, cp.withdrawnAt, cp.withdrawnReason,
       (SELECT json_group_array(positionCode) FROM (SELECT positionCode FROM PersonPosition
          WHERE personId = p.id AND until IS NULL ORDER BY rank, id)) AS positions,
       coalesce(sum(a.present), 0) AS attended, count(a.present) AS known
     FROM ClassPlace cp JOIN Person p ON p.id = cp.personId
     LEFT JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL
     LEFT JOIN Commune c ON c.code = pc.communeCode
     LEFT JOIN Attendance a ON a.personId = p.id AND a.sessionId IN (SELECT id FROM ClassSession WHERE classId = cp.classId)
     WHERE cp.classId = ? GROUP BY p.id`,
    classId,
  )
  return rows
    .map(({ positions, ...row }) => ({ ...row, positionCodes: JSON.parse(positions) as string[] }))
    .sort(
      (a, b) =>
        Number(a.withdrawnAt !== null) - Number(b.withdrawnAt !== null) ||
        compareNames(a.fullName, b.fullName) ||
        (a.staffCode < b.staffCode ? -1 : 1),
    )
}

function presentAt(classId: string): Record<string, number> {
  const rows = reader.sql.all<{ id: string; present: number }>(
    `SELECT s.id, sum(a.present) AS present FROM ClassSession s JOIN Attendance a ON a.sessionId = s.id
     WHERE s.classId = ? GROUP BY s.id`,
    classId,
  )
  return Object.fromEntries(rows.map(({ id, present }) => [id, present]))
}
