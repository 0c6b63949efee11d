import { seatPeople, unseatPerson } from '~/classes/people/add-people.server'
import { classOf } from '~/classes/class-at.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { assignSeats } from './assign'
import { candidates } from './candidates.server'
import { quotasOf } from './commune-classes.server'
import type { NamingFault, StandInReason } from './naming-rules'
import { classWithSeats } from './view-naming.server'

export type NamingAnswer =
  | { named: number; left: number; fault?: never }
  | { fault: NamingFault; names?: string[]; left?: number; named?: never }

/**
 * Gives seats of a class to people whom a commune names: no more than it has, nobody who has to be elsewhere at that time, and
 * somebody of another position only for a reason. Results play no part in it.
 */
export async function namePeople(
  actor: Actor,
  communeCode: string,
  classId: string,
  { personIds, standIn }: { personIds: readonly string[]; standIn: StandInReason | null },
): Promise<NamingAnswer> {
  classWithSeats(actor, communeCode, classId)
  return inTransaction(async (tx): Promise<NamingAnswer> => {
    const found = classWithSeats(actor, communeCode, classId, tx)
    if (found.state === 'cancelled') return { fault: 'cancelled' }
    if (found.state !== 'planned') return { fault: 'begun' }
    const people = candidates(communeCode, found, tx)
    const chosen = people.filter(({ personId, seated }) => personIds.includes(personId) && !seated)
    const known = new Set(people.map(({ personId }) => personId))
    if (personIds.some((id) => !known.has(id))) return { fault: 'stranger' }
    if (chosen.length === 0) return { fault: 'nobody' }
    const busy = chosen.filter((person) => person.busy !== null)
    if (busy.length > 0) return { fault: 'busy', names: busy.map(({ fullName }) => fullName) }
    const seated = people.filter((person) => person.seated)
    const quotas = quotasOf(classId, communeCode, tx)
    const { left, substitutes } = assignSeats(quotas, [...seated, ...chosen])
    if (left < 0) return { fault: 'tooMany', left: left + chosen.length }
    const standingIn = chosen.filter(({ personId }) => substitutes.includes(personId))
    if (standingIn.length > 0 && standIn === null)
      return { fault: 'standIn', names: standingIn.map(({ fullName }) => fullName) }
    const answer = await seatPeople(
      tx,
      actor,
      classOf(tx, classId),
      chosen.map(({ personId }) => personId),
    )
    if (answer.fault) return { fault: 'tooMany', left: 'left' in answer ? answer.left : 0 }
    await audit(tx, actor.accountId, 'plan.name', classId, {
      communeCode,
      named: chosen.length,
      ...(standingIn.length > 0 ? { standIn, standingIn: standingIn.length } : {}),
    })
    return { named: chosen.length, left }
  })
}

/** Takes a seat back from somebody of the commune before the class begins; another person can then be named. */
export async function withdrawNamed(
  actor: Actor,
  communeCode: string,
  classId: string,
  { personId, reason }: { personId: string; reason: string },
): Promise<boolean> {
  classWithSeats(actor, communeCode, classId)
  return inTransaction(async (tx) => {
    const found = classWithSeats(actor, communeCode, classId, tx)
    const own = candidates(communeCode, found, tx).some((each) => each.personId === personId && each.seated)
    if (!own || found.state !== 'planned') return false
    return unseatPerson(tx, actor, { classId, personId, reason })
  })
}
