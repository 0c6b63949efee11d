import { reader, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { stateOf } from './certificate'
import { certificateRow, identityOf, type CertificateRow } from './facts.server'
import { readNumber } from './number'

export type IssuedView = ReturnType<typeof viewIssued>

/** A certificate as those see it who may revoke it: what they compare with the paper, not the score. */
export function viewIssued(actor: Actor, typed: string) {
  const row = issuedIn(reader, actor, typed)
  const by =
    row.revokedBy &&
    reader.sql.get<{ name: string }>('SELECT displayName AS name FROM Account WHERE id = ?', row.revokedBy)
  return {
    identity: identityOf(row),
    state: stateOf(row),
    supersededBy: row.supersededBy,
    revokedAt: row.revokedAt,
    revokedBy: by ? by.name : null,
    reason: row.revokedReason,
  }
}

/** The row of a certificate that the actor may revoke, by a number however typed. */
export function issuedIn(from: Pick<Tx, 'sql'> | typeof reader, actor: Actor, typed: string): CertificateRow {
  authorise(actor, 'certificates.revoke')
  const { number } = readNumber(typed)
  const row = number === undefined ? undefined : certificateRow(number, from)
  if (!row) throw refuse('notFound')
  authorise(actor, 'certificates.revoke', { provinceCode: row.provinceCode })
  return row
}
