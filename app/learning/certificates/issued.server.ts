import { fold } from '~/formats/fold'
import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { moduleVersion } from '../modules.server'
import { stateOf, type CertificateState } from './certificate'
import type { CertificateRow } from './facts.server'
import { readNumber, type NumberFault } from './number'

export type IssuedRow = {
  number: string
  fullName: string
  communeName: string
  title: Bilingual
  issuedAt: string
  state: CertificateState
}

const pageSize = 50

/** Certificates of the provinces where the actor may revoke them, newest first, a page at a time. */
export function issuedCertificates(actor: Actor, wanted: number) {
  const reach = within(actor)
  const total = reader.sql.get<{ n: number }>(`SELECT count(*) AS n ${reach.from}`, reach.scope)?.n ?? 0
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages)
  const rows = reader.sql.all<CertificateRow>(
    `SELECT c.* ${reach.from} ORDER BY c.issuedAt DESC, c.number LIMIT ${pageSize} OFFSET ?`,
    reach.scope,
    (page - 1) * pageSize,
  )
  return { rows: rows.map(issuedRow), total, page, pages }
}

export type Found = { rows: IssuedRow[]; fault?: NumberFault | 'unknown' }

/** By a number, or by a part of the owner's present or certified name: the first fifty. What has a digit is a number. */
export function findCertificates(actor: Actor, typed: string): Found {
  const reach = within(actor)
  const text = typed.replaceAll('%', '').trim() // a wildcard of LIKE, which neither has
  if (text === '') return { rows: [], fault: 'empty' }
  if (/\d/.test(text)) {
    const { number, fault } = readNumber(text)
    if (number === undefined) return { rows: [], fault }
    const row = reader.sql.get<CertificateRow>(
      `SELECT c.* ${reach.from} AND c.number = ?`,
      reach.scope,
      number,
    )
    return row ? { rows: [issuedRow(row)] } : { rows: [], fault: 'unknown' }
  }
  const rows = reader.sql.all<CertificateRow>(
    `SELECT c.* ${reach.from} AND (p.nameFolded LIKE ? OR c.fullName = ?)
     ORDER BY c.issuedAt DESC, c.number LIMIT ${pageSize}`,
    reach.scope,
    `%${fold(text)}%`,
    text,
  )
  return { rows: rows.map(issuedRow) }
}

/** The filter that obeys the same rule as a single certificate. */
function within(actor: Actor): { from: string; scope: string } {
  authorise(actor, 'certificates.revoke')
  const { everywhere, provinceCodes } = scopeOf(actor, 'certificates.revoke')
  const place = everywhere
    ? 'json_array_length(?) >= 0'
    : 'c.provinceCode IN (SELECT value FROM json_each(?))'
  return {
    from: `FROM Certificate c JOIN Person p ON p.id = c.personId WHERE ${place}`,
    scope: JSON.stringify(provinceCodes),
  }
}

function issuedRow(row: CertificateRow): IssuedRow {
  const { number, fullName, communeName, issuedAt, moduleVersionId } = row
  return {
    number,
    fullName,
    communeName,
    title: moduleVersion(moduleVersionId).title,
    issuedAt,
    state: stateOf(row),
  }
}
