import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import type { TrainingClass } from '../class'
import { managedClass } from '../class-at.server'
import { seatedIn } from './find-people.server'

export type AddAnswer =
  | { added: number; fault?: never }
  | { fault: 'cancelled' }
  /** More people than seats: how many are left. */
  | { fault: 'full'; left: number; asked: number }

/** Gives people of the class's province a seat; who had withdrawn has one again. All of them, or none. */
export async function addPeople(actor: Actor, classId: string, personIds: string[]): Promise<AddAnswer> {
  managedClass(actor, classId)
  return inTransaction((tx) => seatPeople(tx, actor, managedClass(actor, classId, tx), personIds))
}

/** The same inside a transaction; the caller has authorised. */
export async function seatPeople(
  tx: Tx,
  actor: Actor,
  {
    id,
    provinceCode,
    seats,
    cancelledAt,
  }: Pick<TrainingClass, 'id' | 'provinceCode' | 'seats' | 'cancelledAt'>,
  personIds: string[],
): Promise<AddAnswer> {
  if (cancelledAt !== null) return { fault: 'cancelled' }
  const seated = seatedIn(id, tx)
  const fresh = [...new Set(personIds)].filter((personId) => !seated.has(personId))
  if (seats !== null && seated.size + fresh.length > seats)
    return { fault: 'full', left: Math.max(0, seats - seated.size), asked: fresh.length }
  const at = dbDate(now())
  for (const personId of fresh) {
    const here = tx.sql.get('SELECT 1 FROM Person WHERE id = ? AND provinceCode = ?', personId, provinceCode)
    if (!here) throw refuse('notFound')
    tx.sql.run(
      `INSERT INTO ClassPlace (classId, personId, addedAt, addedBy) VALUES (?, ?, ?, ?)
       ON CONFLICT (classId, personId) DO UPDATE SET withdrawnAt = NULL, withdrawnReason = NULL`,
      id,
      personId,
      at,
      actor.accountId,
    )
  }
  if (fresh.length > 0) await audit(tx, actor.accountId, 'class.add', id, { added: fresh.length })
  return { added: fresh.length }
}

/** Takes a seat back for a reason; what the person attended stays. */
export async function withdrawPerson(
  actor: Actor,
  classId: string,
  personId: string,
  reason: string,
): Promise<boolean> {
  managedClass(actor, classId)
  return inTransaction((tx) => {
    managedClass(actor, classId, tx)
    return unseatPerson(tx, actor, { classId, personId, reason })
  })
}

/** The same inside a transaction; the caller has authorised. */
export async function unseatPerson(
  tx: Tx,
  actor: Actor,
  { classId, personId, reason }: { classId: string; personId: string; reason: string },
): Promise<boolean> {
  const changed = tx.sql.run(
    `UPDATE ClassPlace SET withdrawnAt = ?, withdrawnReason = ?
     WHERE classId = ? AND personId = ? AND withdrawnAt IS NULL`,
    dbDate(now()),
    reason,
    classId,
    personId,
  )
  if (changed > 0) await audit(tx, actor.accountId, 'class.withdraw', classId, { personId })
  return changed > 0
}
