import { randomBytes } from 'node:crypto'
import { reader, type Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { inOrder, type ClassSession, type TrainingClass } from './class'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }

export type ClassRow = {
  id: string
  provinceCode: string
  titleVi: string
  titleEn: string
  aimVi: string
  aimEn: string
  competencies: string
  modules: string
  seats: number | null
  minShare: number
  passPercent: number | null
  cancelledAt: string | null
  cancelReason: string | null
}

export const classColumns = `c.id, c.provinceCode, c.titleVi, c.titleEn, c.aimVi, c.aimEn, c.competencies, c.modules, c.seats,
  c.minShare, c.passPercent, c.cancelledAt, c.cancelReason`

/** A name of 72 random bits: short enough for a code that is read off a wall. */
export function newId(): string {
  return randomBytes(9).toString('base64url')
}

/** A class by its id, for whoever it concerns: the caller authorises. */
export function classOf(from: From, id: string): TrainingClass {
  const row = from.sql.get<ClassRow>(`SELECT ${classColumns} FROM TrainingClass c WHERE c.id = ?`, id)
  if (!row) throw refuse('notFound')
  return fromRow(row, sessionsOf(from, id))
}

/** A class that the actor manages; one of another province is refused. */
export function managedClass(actor: Actor, id: string, from: From = reader): TrainingClass {
  authorise(actor, 'classes.manage')
  const found = classOf(from, id)
  authorise(actor, 'classes.manage', { provinceCode: found.provinceCode })
  return found
}

export function sessionsOf(from: From, classId: string): ClassSession[] {
  return inOrder(
    from.sql.all<ClassSession>(
      'SELECT id, date, startsAt, endsAt, place, trainer FROM ClassSession WHERE classId = ? ORDER BY id',
      classId,
    ),
  )
}

/** The session of a class by its id; one of another class is not found. */
export function sessionIn({ sessions }: Pick<TrainingClass, 'sessions'>, id: string): ClassSession {
  const found = sessions.find((each) => each.id === id)
  if (!found) throw refuse('notFound')
  return found
}

export function fromRow(row: ClassRow, sessions: ClassSession[]): TrainingClass {
  const { titleVi, titleEn, aimVi, aimEn, competencies, modules, ...rest } = row
  return {
    ...rest,
    title: { vi: titleVi, en: titleEn || titleVi },
    aim: { vi: aimVi, en: aimEn || aimVi },
    competencies: JSON.parse(competencies) as string[],
    modules: JSON.parse(modules) as string[],
    sessions,
  }
}
