import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { stateOf, type ClassState, type TrainingClass } from './class'
import { classColumns, classOf, fromRow, sessionsOf, type ClassRow } from './class-at.server'
import { titledModules } from './class-choices.server'

export type MyClass = Pick<TrainingClass, 'id' | 'title' | 'sessions' | 'cancelReason'> & {
  state: ClassState
}

/** The classes in which the actor has a seat: running, to come, then the past; newest first. */
export function myClasses(actor: Actor): MyClass[] {
  authorise(actor, 'classes.attend', { personId: actor.personId })
  const rows = reader.sql.all<ClassRow>(
    `SELECT ${classColumns} FROM TrainingClass c JOIN ClassPlace p ON p.classId = c.id
     WHERE p.personId = ? AND p.withdrawnAt IS NULL`,
    actor.personId,
  )
  const at = now()
  const order: ClassState[] = ['running', 'planned', 'cancelled', 'ended']
  const first = ({ sessions }: MyClass) => sessions[0]?.date ?? ''
  return rows
    .map((row) => {
      const { id, title, sessions, cancelledAt, cancelReason } = fromRow(row, sessionsOf(reader, row.id))
      return { id, title, sessions, cancelReason, state: stateOf({ sessions, cancelledAt }, at) }
    })
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        (a.state === 'planned' ? 1 : -1) * (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0),
    )
}

export type MyClassView = ReturnType<typeof viewMyClass>

/** One class of the actor's own: when and where, what was attended, the certificate. */
export function viewMyClass(actor: Actor, id: string) {
  const found = ownClass(actor, id)
  const marks = reader.sql.all<{ sessionId: string; present: number }>(
    `SELECT sessionId, present FROM Attendance WHERE personId = ?
     AND sessionId IN (SELECT id FROM ClassSession WHERE classId = ?)`,
    actor.personId,
    id,
  )
  const certificate = reader.sql.get<{ number: string }>(
    `SELECT number FROM Certificate WHERE personId = ? AND classId = ? AND supersededBy IS NULL AND revokedAt IS NULL`,
    actor.personId,
    id,
  )
  return {
    class: found,
    state: stateOf(found, now()),
    modules: titledModules(found.modules),
    attended: Object.fromEntries(marks.map(({ sessionId, present }) => [sessionId, present === 1])),
    certificate: certificate?.number ?? null,
  }
}

/** A class in which the actor has a seat; any other is not found. */
export function ownClass(actor: Actor, id: string): TrainingClass {
  authorise(actor, 'classes.attend', { personId: actor.personId })
  const place = reader.sql.get(
    'SELECT 1 FROM ClassPlace WHERE classId = ? AND personId = ? AND withdrawnAt IS NULL',
    id,
    actor.personId,
  )
  if (!place) throw refuse('notFound')
  return classOf(reader, id)
}
