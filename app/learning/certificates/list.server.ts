import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { stateOf, type CertificateState } from './certificate'
import { titleOf, type CertificateRow } from './facts.server'

/** `moduleCode` is null where a class was certified. */
export type OwnCertificate = { number: string; moduleCode: string | null; issuedAt: string }

/** The certificates of a person that stand: neither revoked nor replaced by a newer one; newest first. */
export function certificatesOf(personId: string): OwnCertificate[] {
  return reader.sql.all<OwnCertificate>(
    `SELECT number, moduleCode, issuedAt FROM Certificate
     WHERE personId = ? AND supersededBy IS NULL AND revokedAt IS NULL ORDER BY issuedAt DESC, number`,
    personId,
  )
}

/** The number of the certificate of a module that stands; null where there is none. */
export function standingCertificate(personId: string, moduleCode: string): string | null {
  return certificatesOf(personId).find((each) => each.moduleCode === moduleCode)?.number ?? null
}

export type OwnListed = {
  number: string
  title: Bilingual
  issuedAt: string
  state: CertificateState
  revokedAt: string | null
  reason: string | null
}

/** Every certificate of the actor's own, whatever became of it or of its module since; newest first. */
export function allCertificatesOf(actor: Actor): OwnListed[] {
  authorise(actor, 'learning.own', { personId: actor.personId })
  const rows = reader.sql.all<CertificateRow>(
    'SELECT * FROM Certificate WHERE personId = ? ORDER BY issuedAt DESC, supersededBy IS NOT NULL, number',
    actor.personId,
  )
  return rows.map((row) => ({
    number: row.number,
    title: titleOf(row),
    issuedAt: row.issuedAt,
    state: stateOf(row),
    revokedAt: row.revokedAt,
    reason: row.revokedReason,
  }))
}

/** Whether the actor was ever given a certificate, so that the way to all of them is shown. */
export function hasCertificates({ personId }: Actor): boolean {
  return reader.sql.get('SELECT 1 FROM Certificate WHERE personId = ? LIMIT 1', personId) !== undefined
}
