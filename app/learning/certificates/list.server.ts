import { reader } from '~/platform/db/db.server'

export type OwnCertificate = { number: string; moduleCode: string; issuedAt: string }

/** The certificates of a person that stand: neither revoked nor replaced by a newer one; newest first. */
export function certificatesOf(personId: string): OwnCertificate[] {
  return reader.sql.all<OwnCertificate>(
    `SELECT number, moduleCode, issuedAt FROM Certificate
     WHERE personId = ? AND supersededBy IS NULL AND revokedAt IS NULL ORDER BY issuedAt DESC, number`,
    personId,
  )
}
