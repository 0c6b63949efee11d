import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { fold } from '~/formats/fold'
import { placeOfCommune } from '../places/places.server'
import { candidateOf, surelySame, perhapsSame } from '../roster/same-person'
import type { Candidate } from '../roster/diff-types'
import { staffCodeMaker } from '../roster/staff-code'
import type { RosterPerson } from '../roster/types'
import { existingPeople, takenStaffCodes } from './existing-people.server'
import { positionCodesOf, type NewPerson } from './person-form'
import { insertPerson } from './store-person.server'

export type CreateAnswer =
  | { personId: string; doubles?: never; fault?: never }
  | { doubles: Candidate[]; personId?: never; fault?: never }
  | { fault: 'form.staffCode.taken'; personId?: never; doubles?: never }

/** Puts one person into a commune. Someone stored who may be the same person is shown first. */
export async function createPerson(actor: Actor, form: NewPerson): Promise<CreateAnswer> {
  const place = placeOfCommune(form.commune)
  authorise(actor, 'people.edit', place)
  const { fullName, birthDate, sex, kind, email, staffCode } = form
  const person: RosterPerson = {
    staffCode,
    fullName,
    birthDate,
    sex,
    kind,
    email,
    communeCode: place.communeCode,
    positionCodes: positionCodesOf(form),
  }
  return inTransaction(async (tx): Promise<CreateAnswer> => {
    const taken = takenStaffCodes(tx)
    if (staffCode && taken.includes(staffCode)) return { fault: 'form.staffCode.taken' }
    if (!form.different) {
      const namesakes = existingPeople(tx, place.provinceCode).filter(
        (stored) => fold(stored.fullName) === fold(fullName),
      )
      const sure = surelySame(
        person,
        namesakes.filter((stored) => stored.communeCode === place.communeCode),
      ).map((stored) => candidateOf(person, stored))
      const doubles = [
        ...sure,
        ...perhapsSame(person, namesakes).filter(
          ({ personId }) => !sure.some((each) => each.personId === personId),
        ),
      ]
      if (doubles.length > 0) return { doubles }
    }
    const stamp = { at: dbDate(now()), by: actor.accountId }
    const code = staffCode ?? staffCodeMaker(taken)(place.communeCode)
    const personId = insertPerson(
      tx,
      { ...person, kind, staffCode: code, provinceCode: place.provinceCode },
      stamp,
    )
    await audit(tx, actor.accountId, 'person.create', personId, { communeCode: place.communeCode })
    return { personId }
  })
}
