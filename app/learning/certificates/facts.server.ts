import { reader } from '~/platform/db/db.server'
import { leadsTo } from '../leads-to.server'
import { minutesOf } from '../module'
import { moduleVersion } from '../modules.server'
import type { CertificateFacts } from './certificate'

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

/** What a certificate says: of the person as it was then, of the module in the version that was finished. */
export function factsOf(row: CertificateRow): CertificateFacts {
  const module = moduleVersion(row.moduleVersionId)
  const { number, fullName, communeName, provinceName, score, issuedAt } = row
  return {
    number,
    fullName,
    communeName,
    provinceName,
    title: module.title,
    competencies: leadsTo(module),
    lessons: module.lessons.length,
    minutes: minutesOf(module),
    score,
    issuedAt,
    sample: row.sample !== 0,
  }
}
