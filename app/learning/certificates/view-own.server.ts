import { reader, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { currentModule } from '../modules.server'
import { stateOf, type CertificateFacts, type CertificateState } from './certificate'
import { certificateRow, factsOf, newestOf, type CertificateRow } from './facts.server'
import { readNumber } from './number'

export type OwnCertificateView = {
  facts: CertificateFacts
  /** Null where a class was certified. */
  moduleCode: string | null
  classId: string | null
  /** The module can still be read. */
  moduleOpen: boolean
  state: CertificateState
  revokedAt: string | null
  reason: string | null
  /** The owner's name has changed since: a certificate with the present one can be had. */
  nameNow: string | null
  /** The newest, where others took its place. */
  newer: string | null
}

/** A certificate of one's own; somebody else's is as good as none. */
export function viewOwnCertificate(actor: Actor, typed: string): OwnCertificateView {
  const row = ownRow(actor, typed)
  const state = stateOf(row)
  const person = reader.sql.get<{ fullName: string }>(
    'SELECT fullName FROM Person WHERE id = ?',
    row.personId,
  )
  const renamed = state === 'valid' && person?.fullName !== row.fullName
  return {
    facts: factsOf(row),
    moduleCode: row.moduleCode,
    classId: row.classId,
    moduleOpen: row.moduleCode !== null && currentModule(row.moduleCode) !== null,
    state,
    revokedAt: row.revokedAt,
    reason: row.revokedReason,
    nameNow: renamed ? (person?.fullName ?? null) : null,
    newer: row.supersededBy === null ? null : newestOf(row).number,
  }
}

/** The row of a certificate of the actor's own, by a number however typed. */
export function ownRow(actor: Actor, typed: string, from?: Pick<Tx, 'sql'>): CertificateRow {
  authorise(actor, 'learning.own')
  const { number } = readNumber(typed)
  const row = number === undefined ? undefined : certificateRow(number, from)
  if (!row || !can(actor, 'learning.own', { provinceCode: row.provinceCode, personId: row.personId }))
    throw refuse('notFound')
  return row
}
