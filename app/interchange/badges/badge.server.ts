import type { CertificateFacts } from '~/learning/certificates/certificate'
import { certificateRow } from '~/learning/certificates/facts.server'
import { verifyCertificate, type Verified } from '~/learning/certificates/verify.server'
import { installationProvince } from '~/people/places/work-province.server'
import { provinceByCode } from '~/people/places/places.server'
import { paths } from '~/paths'
import { getT } from '~/platform/i18n/translate'
import type { BadgeFacts } from './credential'
import { badgeKey, publicMultikey } from './key.server'
import { issuerDocument, signedBadge } from './sign.server'

export type Badge =
  | { kind: 'badge'; badge: ReturnType<typeof signedBadge> }
  | { kind: Exclude<Verified['kind'], 'valid'>; badge?: never }

/** The badge of a certificate that counts, by its number; whoever has the number may have it, as with the certificate. */
export async function badgeOf(typed: string, clientAddress: string | null, origin: string): Promise<Badge> {
  const verified = verifyCertificate(typed, clientAddress)
  if (verified.kind !== 'valid') return { kind: verified.kind }
  return { kind: 'badge', badge: signedBadge(factsOf(verified.facts, origin), await badgeKey()) }
}

export async function issuerOf(origin: string) {
  return issuerDocument(issuerFacts(origin), publicMultikey(await badgeKey()))
}

function issuerFacts(origin: string): BadgeFacts['issuer'] {
  const province = installationProvince()
  const name = province === null ? 'I Tờ Số' : `I Tờ Số, ${provinceByCode(province).name}`
  return { id: origin + paths.badgeIssuer(), name, url: origin }
}

/** Badges speak Vietnamese, as certificates on paper do. */
function factsOf(facts: CertificateFacts, origin: string): BadgeFacts {
  const t = getT('vi', 'certificates')
  const { moduleCode, classId } = certificateRow(facts.number)!
  const taught = facts.competencies.map(({ code, name }) => `${code} ${name.vi}`).join('; ')
  return {
    id: origin + paths.badge(facts.number),
    issuer: issuerFacts(origin),
    validFrom: `${facts.issuedAt.slice(0, 19)}Z`,
    subjectId: `${origin}${paths.verified(facts.number)}#holder`,
    recipientName: facts.fullName,
    achievement: {
      id: origin + (moduleCode === null ? paths.trainingClass(classId!) : paths.module(moduleCode)),
      name: facts.title.vi,
      description:
        [facts.sample ? t('sheet.sample') : '', taught].filter(Boolean).join('. ') || facts.title.vi,
      criteria: t(moduleCode === null ? 'badge.criteria.class' : 'badge.criteria.module'),
    },
  }
}
