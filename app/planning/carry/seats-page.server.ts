import { placeOfCommune, communeByCode } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { communeClasses } from './commune-classes.server'

export type SeatsView = Awaited<ReturnType<typeof viewSeats>>

/** Everything that a commune has to name people for; read by its leader, its letters count as opened. */
export async function viewSeats(actor: Actor, communeCode: string) {
  authorise(actor, 'plans.name-people', placeOfCommune(communeCode))
  await noteOpened(actor, communeCode)
  const { code, name } = communeByCode(communeCode)
  const classes = communeClasses(code)
  const open = classes.filter(({ state }) => state === 'planned')
  return {
    commune: { code, name },
    classes: [...open, ...classes.filter(({ state }) => state !== 'planned')],
    open: open.reduce((sum, { seats, named }) => sum + Math.max(0, seats - named), 0),
    late: open.filter(({ late }) => late).length,
  }
}

async function noteOpened(actor: Actor, communeCode: string): Promise<void> {
  const leads = actor.grants.some((grant) => grant.role === 'leader' && grant.communeCode === communeCode)
  const where = 'FROM PlanLetter WHERE communeCode = ? AND readAt IS NULL'
  if (!leads || !reader.sql.get(`SELECT 1 ${where} LIMIT 1`, communeCode)) return
  await inTransaction(async (tx) =>
    tx.sql.run(
      'UPDATE PlanLetter SET readAt = ? WHERE communeCode = ? AND readAt IS NULL',
      dbDate(now()),
      communeCode,
    ),
  )
}

/** Seats without a name of each commune that the actor leads, with the next day by which they are to be named. */
export type OpenSeats = {
  code: string
  name: string
  seats: number
  classes: number
  nameBy: string
  late: boolean
}

export function openSeats(actor: Actor): OpenSeats[] {
  return scopeOf(actor, 'plans.name-people').communeCodes.flatMap((code): OpenSeats[] => {
    const open = communeClasses(code).filter(
      ({ state, seats, named }) => state === 'planned' && named < seats,
    )
    const next = open.map(({ nameBy }) => nameBy).sort()[0]
    if (next === undefined) return []
    const seats = open.reduce((sum, each) => sum + each.seats - each.named, 0)
    const late = open.some((each) => each.late)
    return [{ code, name: communeByCode(code).name, seats, classes: open.length, nameBy: next, late }]
  })
}
