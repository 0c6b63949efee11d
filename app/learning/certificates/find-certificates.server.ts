import { fold } from '~/formats/fold'
import { inTransaction, reader } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { stateOf, type CertificateIdentity, type CertificateState } from './certificate'
import { identityOf, type CertificateRow } from './facts.server'
import { readNumber, type NumberFault } from './number'

export type FoundRow = CertificateIdentity & { state: CertificateState }
export type Found = { by: 'number' | 'name'; rows: FoundRow[]; fault?: NumberFault | 'name' }

/**
 * The certificate of a number, or those of a full name as it is or was certified, in the provinces where the actor may
 * revoke them. Parts of a name find nothing, so that nobody can go through who has finished what; whatever is found is
 * noted in the audit.
 */
export async function findCertificates(actor: Actor, typed: string): Promise<Found> {
  authorise(actor, 'certificates.revoke')
  const text = typed.trim()
  const { number, fault } = readNumber(text)
  const certificate = number === undefined ? [] : rowsWhere(actor, 'c.number = ?', number)
  if (certificate.length > 0) return noted(actor, 'number', certificate)
  // Of names without marks that have twelve letters many read as a number: one that nobody has may be a name.
  const words = fold(text).split(' ')
  const looksLikeNumber = /\d|^its/i.test(text)
  if (!looksLikeNumber && words.length > 1) return noted(actor, 'name', rowsOfName(actor, words.join(' ')))
  if (number !== undefined) return { by: 'number', rows: [] }
  return { by: 'number', rows: [], fault: looksLikeNumber ? fault : 'name' }
}

type NamedRow = CertificateRow & { nameFolded: string }

function rowsOfName(actor: Actor, folded: string): CertificateRow[] {
  return rowsWhere(actor, '(p.nameFolded = ? OR c.fullName <> p.fullName)', folded).filter(
    ({ nameFolded, fullName }) => nameFolded === folded || fold(fullName) === folded,
  )
}

/** The filter of places obeys the same rule as a single certificate. */
function rowsWhere(actor: Actor, condition: string, value: string): NamedRow[] {
  const { everywhere, provinceCodes } = scopeOf(actor, 'certificates.revoke')
  return reader.sql.all<NamedRow>(
    `SELECT c.*, p.nameFolded FROM Certificate c JOIN Person p ON p.id = c.personId
     WHERE (? OR c.provinceCode IN (SELECT value FROM json_each(?))) AND ${condition}
     ORDER BY c.issuedAt DESC, c.number`,
    everywhere ? 1 : 0,
    JSON.stringify(provinceCodes),
    value,
  )
}

async function noted(actor: Actor, by: Found['by'], rows: CertificateRow[]): Promise<Found> {
  if (rows.length > 0)
    await inTransaction(async (tx) => {
      for (const { number } of rows) await audit(tx, actor.accountId, 'certificate.find', number, { by })
    })
  return { by, rows: rows.map((row) => ({ ...identityOf(row), state: stateOf(row) })) }
}
