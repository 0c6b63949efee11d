import { insertPerson } from '~/people/persons/store-person.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Actor } from '~/platform/policy/actor'
import type { DemoPerson } from './roster'

export async function importRoster(planner: Actor, provinceCode: string, people: DemoPerson[]): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { positions, communeName: _, birthDate, ...person } of people) {
      const iso = birthDate.split('/').reverse().join('-')
      insertPerson(tx, { ...person, birthDate: iso, positionCodes: positions, email: null, provinceCode }, { at: dbDate(now()), by: planner.accountId })
    }
  })
}
