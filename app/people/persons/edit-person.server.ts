import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { placeOfCommune } from '../places/places.server'
import { fieldChanges } from '../roster/diff-fields'
import type { FieldChange } from '../roster/diff-types'
import type { RosterPerson } from '../roster/types'
import { existingPerson } from './existing-people.server'
import { positionCodesOf, type EditedPerson } from './person-form'
import { personPlace } from './person-place.server'
import { changePerson } from './store-person.server'

export type EditAnswer = { fault: 'form.staffCode.taken' } | { fault?: never }

// What a form leaves empty is erased, except the staff code: once given it stays until another takes its place.
const erasable = ['birthDate', 'sex', 'email'] as const

/** Corrects what is told of a person; another commune or other positions hold from now on, with their history kept. */
export async function editPerson(actor: Actor, personId: string, form: EditedPerson): Promise<EditAnswer> {
  const to = placeOfCommune(form.commune)
  return inTransaction(async (tx): Promise<EditAnswer> => {
    authorise(actor, 'people.edit', personPlace(tx, personId))
    authorise(actor, 'people.edit', to)
    const stored = existingPerson(tx, personId)
    const { fullName, birthDate, sex, kind, email, staffCode } = form
    const positionCodes = positionCodesOf(form)
    const told: RosterPerson = {
      fullName,
      birthDate,
      sex,
      kind,
      email,
      staffCode,
      communeCode: to.communeCode,
      positionCodes,
    }
    const holder =
      staffCode && tx.sql.get<{ id: string }>('SELECT id FROM Person WHERE staffCode = ?', staffCode)
    if (holder && holder.id !== personId) return { fault: 'form.staffCode.taken' }
    const erased = erasable.flatMap((field): FieldChange[] =>
      told[field] === null && stored[field] !== null ? [{ field, from: stored[field], to: null }] : [],
    )
    const exact = fieldChanges(stored, told).filter(({ field }) => field !== 'birthDate')
    const born: FieldChange[] =
      birthDate !== null && birthDate !== stored.birthDate
        ? [{ field: 'birthDate', from: stored.birthDate, to: birthDate }]
        : []
    const changes = [...exact, ...born, ...erased]
    if (changes.length === 0) return {}
    changePerson(tx, personId, changes, dbDate(now()))
    await audit(tx, actor.accountId, 'person.edit', personId, {
      fields: changes.map(({ field }) => field).join(' '),
    })
    const move = changes.find(({ field }) => field === 'communeCode')
    if (move)
      await audit(tx, actor.accountId, 'person.move', personId, {
        from: stored.communeCode,
        to: to.communeCode,
      })
    return {}
  })
}
