import { reader } from '~/platform/db/db.server'
import { leadsTo } from '../leads-to.server'
import { minutesOf } from '../module'
import { moduleVersion } from '../modules.server'
import { wholePercent } from '../quiz/attempt'
import type { CertificateFacts, CertificateIdentity } from './certificate'

export type CertificateRow = {
  number: string
  personId: string
  moduleCode: string
  moduleVersionId: string
  fullName: string
  communeName: string
  provinceCode: string
  provinceName: string
  score: number
  sample: number
  issuedAt: string
  supersededBy: string | null
  revokedAt: string | null
  revokedBy: string | null
  revokedReason: string | null
}

/** A certificate by its number as it is printed; undefined where there is none. */
export function certificateRow(
  number: string,
  from: { sql: Pick<typeof reader.sql, 'get'> } = reader,
): CertificateRow | undefined {
  return from.sql.get<CertificateRow>('SELECT * FROM Certificate WHERE number = ?', number)
}

/** The certificate that has no successor in the line of `row`; the row itself where nothing took its place. */
export function newestOf(
  row: CertificateRow,
  from?: { sql: Pick<typeof reader.sql, 'get'> },
): CertificateRow {
  const next = row.supersededBy === null ? undefined : certificateRow(row.supersededBy, from)
  return next ? newestOf(next, from) : row
}

/** Of the person as it was then; the title is that of the version that was finished. */
export function identityOf(row: CertificateRow): CertificateIdentity {
  const { number, fullName, communeName, provinceName, issuedAt } = row
  return {
    number,
    fullName,
    communeName,
    provinceName,
    title: moduleVersion(row.moduleVersionId).title,
    issuedAt,
  }
}

/** All that a certificate says: of the person as it was then, of the module in the version that was finished. */
export function factsOf(row: CertificateRow): CertificateFacts {
  const module = moduleVersion(row.moduleVersionId)
  return {
    ...identityOf(row),
    competencies: leadsTo(module),
    lessons: module.lessons.length,
    minutes: minutesOf(module),
    percent: wholePercent(row.score),
    sample: row.sample !== 0,
  }
}
