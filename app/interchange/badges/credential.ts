/** The contexts of a badge: Verifiable Credentials 2.0 and Open Badges 3.0 of 1EdTech. */
export const badgeContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const

/** What a badge tells. Addresses are whole ones; `validFrom` is a moment to the second, `2026-11-21T03:00:00Z`. */
export type BadgeFacts = {
  id: string
  issuer: { id: string; name: string; url: string }
  validFrom: string
  validUntil?: string
  subjectId: string
  recipientName: string
  achievement: { id: string; name: string; description: string; criteria: string }
}

/** An unsigned OpenBadgeCredential (Open Badges 3.0, §B.1; Verifiable Credentials Data Model 2.0). */
export function badgeCredential(facts: BadgeFacts) {
  const { id, issuer, validFrom, validUntil, subjectId, recipientName, achievement } = facts
  return {
    '@context': [...badgeContexts],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    name: achievement.name,
    credentialSubject: {
      id: subjectId,
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: recipientName, identityType: 'name' },
      ],
      achievement: {
        id: achievement.id,
        type: ['Achievement'],
        name: achievement.name,
        description: achievement.description,
        criteria: { id: `${achievement.id}#criteria`, narrative: achievement.criteria },
      },
    },
  }
}

/** What stands in a proof besides its value (Data Integrity EdDSA Cryptosuites 1.0, §3.2, eddsa-rdfc-2022). */
export type ProofOptions = { created: string; verificationMethod: string }

export function proofConfig({ created, verificationMethod }: ProofOptions) {
  return {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  }
}
