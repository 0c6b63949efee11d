import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { FieldChange } from '../roster/diff-types'
import type { PersonFacts } from './person-form'
import { personPlace } from './person-place.server'
import { changePerson } from './store-person.server'

export type EditAnswer = { fault: 'form.staffCode.taken' } | { fault?: never }

const fields = ['staffCode', 'fullName', 'birthDate', 'sex', 'kind', 'email'] as const

/** Corrects the facts about a person. A staff code once given stays until another takes its place. */
export async function editPerson(actor: Actor, personId: string, facts: PersonFacts): Promise<EditAnswer> {
  return inTransaction(async (tx): Promise<EditAnswer> => {
    authorise(actor, 'people.edit', personPlace(tx, personId))
    const stored = tx.sql.get<PersonFacts>('SELECT staffCode, fullName, birthDate, sex, kind, email FROM Person WHERE id = ?', personId)!
    const wanted = { ...facts, staffCode: facts.staffCode ?? stored.staffCode }
    const holder = tx.sql.get<{ id: string }>('SELECT id FROM Person WHERE staffCode = ?', wanted.staffCode)
    if (holder && holder.id !== personId) return { fault: 'form.staffCode.taken' }
    const changes = fields.flatMap((field): FieldChange[] =>
      stored[field] === wanted[field] ? [] : [{ field, from: stored[field], to: wanted[field] }],
    )
    if (changes.length === 0) return {}
    changePerson(tx, personId, changes, dbDate(now()))
    await audit(tx, actor.accountId, 'person.edit', personId, { fields: changes.map(({ field }) => field).join(' ') })
    return {}
  })
}
