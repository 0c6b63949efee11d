import type { Bilingual } from '~/platform/i18n/locale'

/** A certificate counts, was replaced by a newer one, or was revoked; a revoked one that was replaced stays revoked. */
export type CertificateState = 'valid' | 'superseded' | 'revoked'

type Ends = { revokedAt: string | null; supersededBy: string | null }

export function stateOf({ revokedAt, supersededBy }: Ends): CertificateState {
  if (revokedAt !== null) return 'revoked'
  return supersededBy === null ? 'valid' : 'superseded'
}

/** What tells a certificate from every other: enough to compare it with a paper. */
export type CertificateIdentity = {
  number: string
  fullName: string
  communeName: string
  provinceName: string
  title: Bilingual
  issuedAt: string
}

/** A class attended leads to no level. */
export type CertifiedCompetency = { code: string; name: Bilingual; level?: Bilingual }

/** Everything that a certificate says, and all that its verification tells. */
export type CertificateFacts = CertificateIdentity & {
  competencies: CertifiedCompetency[]
  /** Lessons of the module, or sessions of the class. */
  lessons: number
  minutes: number
  /** The score in whole per cent, rounded as in the quiz; null where there was no quiz. */
  percent: number | null
  sample: boolean
  /** There where a class is certified: how many of its sessions were attended. */
  attended?: number
}

/** What a certificate of a class keeps of the class, as it was at issue. */
export type AboutClass = {
  title: Bilingual
  competencies: CertifiedCompetency[]
  sessions: number
  attended: number
  minutes: number
}

/** The longest reason that a revocation can carry. */
export const reasonLength = 500
