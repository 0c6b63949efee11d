import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { PersonKind, Sex } from '../roster/types'
import { personPlace } from './person-place.server'
import { personRows, type PersonRow } from './person-row.server'

type Period<T> = T & { since: string; until: string | null }

export type PersonView = PersonRow & {
  provinceCode: string
  kind: PersonKind
  sex: Sex | null
  email: string | null
  username: string | null
  hasPassword: boolean
  communes: Period<{ name: string }>[]
  positions: Period<{ code: string; rank: number }>[]
  may: { edit: boolean; slip: boolean }
}

/** A person with everything that is kept of commune and positions, the newest first. */
export function viewPerson(actor: Actor, personId: string): PersonView {
  const place = personPlace(reader, personId)
  authorise(actor, 'people.view', place)
  const [row] = personRows('p.id = ?', personId)
  if (!row) throw refuse('notFound')
  const more = reader.sql.get<{
    sex: Sex | null
    email: string | null
    username: string | null
    hasPassword: number
  }>(
    'SELECT p.sex, p.email, a.username, a.passwordHash IS NOT NULL AS hasPassword FROM Person p LEFT JOIN Account a ON a.personId = p.id WHERE p.id = ?',
    personId,
  )!
  const communes = reader.sql.all<Period<{ name: string }>>(
    `SELECT c.name, pc.since, pc.until FROM PersonCommune pc JOIN Commune c ON c.code = pc.communeCode
     WHERE pc.personId = ? ORDER BY pc.until IS NOT NULL, pc.since DESC, pc.id DESC`,
    personId,
  )
  const positions = reader.sql.all<Period<{ code: string; rank: number }>>(
    `SELECT positionCode AS code, rank, since, until FROM PersonPosition
     WHERE personId = ? ORDER BY until IS NOT NULL, since DESC, rank, id`,
    personId,
  )
  return {
    ...row,
    ...more,
    provinceCode: place.provinceCode,
    hasPassword: more.hasPassword === 1,
    communes,
    positions,
    may: { edit: can(actor, 'people.edit', place), slip: can(actor, 'slips.issue', place) },
  }
}
