import { reader } from '~/platform/db/db.server'
import { leadsTo } from '../leads-to.server'
import { minutesOf } from '../module'
import { moduleVersion } from '../modules.server'
import { wholePercent } from '../quiz/attempt'
import type { AboutClass, CertificateFacts, CertificateIdentity } from './certificate'

export type CertificateRow = {
  number: string
  personId: string
  /** Null where a class was certified. */
  moduleCode: string | null
  moduleVersionId: string | null
  classId: string | null
  about: string | null
  fullName: string
  communeName: string
  provinceCode: string
  provinceName: string
  score: number | null
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

/** The title of what was certified: of a module in the version that was finished, of a class at issue. */
export function titleOf(
  row: Pick<CertificateRow, 'moduleVersionId' | 'about'>,
): CertificateIdentity['title'] {
  return row.moduleVersionId === null ? aboutClass(row).title : moduleVersion(row.moduleVersionId).title
}

function aboutClass({ about }: Pick<CertificateRow, 'about'>): AboutClass {
  return JSON.parse(about!) as AboutClass
}

/** Of the person as it was then; the title is that of the version that was finished. */
export function identityOf(row: CertificateRow): CertificateIdentity {
  const { number, fullName, communeName, provinceName, issuedAt } = row
  return {
    number,
    fullName,
    communeName,
    provinceName,
    title: titleOf(row),
    issuedAt,
  }
}

/** All that a certificate says: of the person as it was then, of the module in the version that was finished. */
export function factsOf(row: CertificateRow): CertificateFacts {
  const all = {
    ...identityOf(row),
    percent: row.score === null ? null : wholePercent(row.score),
    sample: row.sample !== 0,
  }
  if (row.moduleVersionId === null) {
    const { competencies, sessions, attended, minutes } = aboutClass(row)
    return { ...all, competencies, lessons: sessions, minutes, attended }
  }
  const module = moduleVersion(row.moduleVersionId)
  return {
    ...all,
    competencies: leadsTo(module),
    lessons: module.lessons.length,
    minutes: minutesOf(module),
  }
}
