import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { stateOf, type ClassState, type TrainingClass } from './class'
import { classColumns, fromRow, sessionsOf, type ClassRow } from './class-at.server'

export type ListedClass = Pick<TrainingClass, 'id' | 'title' | 'seats' | 'sessions'> & {
  state: ClassState
  people: number
}

/** The classes of the provinces where the actor manages them: those to come first, then the latest. */
export function listClasses(actor: Actor): ListedClass[] {
  authorise(actor, 'classes.manage')
  const { everywhere, provinceCodes } = scopeOf(actor, 'classes.manage')
  const rows = reader.sql.all<ClassRow & { people: number }>(
    `SELECT ${classColumns}, (SELECT count(*) FROM ClassPlace p WHERE p.classId = c.id AND p.withdrawnAt IS NULL) AS people
     FROM TrainingClass c WHERE ? OR c.provinceCode IN (SELECT value FROM json_each(?)) ORDER BY c.createdAt DESC, c.id`,
    everywhere ? 1 : 0,
    JSON.stringify(provinceCodes),
  )
  const at = now()
  const listed = rows.map(({ people, ...row }) => {
    const { id, title, seats, sessions, cancelledAt } = fromRow(row, sessionsOf(reader, row.id))
    return { id, title, seats, sessions, people, state: stateOf({ sessions, cancelledAt }, at) }
  })
  const order: ClassState[] = ['running', 'planned', 'ended', 'cancelled']
  const first = ({ sessions }: ListedClass) => sessions[0]?.date ?? ''
  return listed.sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      (a.state === 'planned' ? 1 : -1) * (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0),
  )
}
