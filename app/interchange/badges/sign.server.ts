import { createHash, sign, type KeyObject } from 'node:crypto'
import { badgeCredential, proofConfig, type BadgeFacts } from './credential'
import { base58btc } from './multibase'
import { credentialQuads, proofQuads } from './quads'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest()

/**
 * A badge with its proof: Ed25519 over the hash of the proof's N-Quads and the hash of the credential's (Data Integrity
 * EdDSA Cryptosuites 1.0, §3.2.3 to §3.2.6). The same facts always give the same file.
 */
export function signedBadge(facts: BadgeFacts, key: KeyObject) {
  const options = { created: facts.validFrom, verificationMethod: `${facts.issuer.id}#key` }
  const hashes = Buffer.concat([sha256(proofQuads(options)), sha256(credentialQuads(facts))])
  return {
    ...badgeCredential(facts),
    proof: { ...proofConfig(options), proofValue: base58btc(sign(null, hashes, key)) },
  }
}

/** Who signs, with the public key: the document that a verifier fetches once and can keep. */
export function issuerDocument(issuer: BadgeFacts['issuer'], publicKeyMultibase: string) {
  const key = `${issuer.id}#key`
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: issuer.id,
    verificationMethod: [{ id: key, type: 'Multikey', controller: issuer.id, publicKeyMultibase }],
    assertionMethod: [key],
  }
}
