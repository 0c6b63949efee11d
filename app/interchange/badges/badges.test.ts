import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { badgeContexts, type BadgeFacts } from './credential'
import { base58btc } from './multibase'
import { publicMultikey } from './key.server'
import { issuerDocument, signedBadge } from './sign.server'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const { privateKey } = generateKeyPairSync('ed25519')
const origin = 'https://itoso.example.gov.vn'
const issuer = { id: `${origin}/badges/issuer`, name: 'I Tờ Số, Cao Bằng', url: origin }
const controller = issuerDocument(issuer, publicMultikey(privateKey))
const [method] = controller.verificationMethod

const documents = new Map<string, unknown>([
  [badgeContexts[0], json('tests/fixtures/contexts/credentials-v2.json')],
  [badgeContexts[1], json('tests/fixtures/contexts/ob-3.0.3.json')],
  [issuer.id, controller],
  [`${issuer.id}#key`, { '@context': 'https://w3id.org/security/multikey/v1', ...method }],
])

/** Everything is at hand: a verifier needs no network. */
function documentLoader(url: string) {
  const document = documents.get(url)
  if (!document) return Promise.reject(new Error(`not at hand: ${url}`))
  return Promise.resolve({ contextUrl: null, documentUrl: url, document })
}

async function verified(credential: object): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite })
  const now = '2026-12-01T00:00:00Z'
  const answer = await vc.verifyCredential({ credential, suite, documentLoader, now })
  return answer.verified
}

const facts = (over: Partial<BadgeFacts> = {}): BadgeFacts => ({
  id: `${origin}/badges/ITS-7K3M-9QXD-2RW7`,
  issuer,
  validFrom: '2026-11-21T03:00:00Z',
  subjectId: `${origin}/verify/ITS-7K3M-9QXD-2RW7#holder`,
  recipientName: 'Nông Thị Ễnh',
  achievement: {
    id: `${origin}/learn/infosec`,
    name: 'An toàn thông tin',
    description: '4.1 Bảo vệ thiết bị',
    criteria: 'Đọc hết các bài và đạt bài kiểm tra cuối của học phần.',
  },
  ...over,
})

test('an independent library verifies a badge without a network, again and again the same file', async () => {
  const badge = signedBadge(facts(), privateKey)
  expect(await verified(badge)).toBe(true)
  expect(signedBadge(facts(), privateKey)).toEqual(badge)
})

test('a badge in which anything was changed is refused', async () => {
  const badge = signedBadge(facts(), privateKey)
  const { credentialSubject: subject } = badge
  const [identity] = subject.identifier
  const changed = [
    { ...badge, name: 'Chuyên gia' },
    { ...badge, validFrom: '2025-11-21T03:00:00Z' },
    { ...badge, id: `${origin}/badges/ITS-OTHER` },
    {
      ...badge,
      credentialSubject: { ...subject, identifier: [{ ...identity, identityHash: 'Người Khác' }] },
    },
    { ...badge, proof: { ...badge.proof, created: '2026-11-22T03:00:00Z' } },
    { ...badge, proof: { ...badge.proof, proofValue: base58btc(new Uint8Array(64).fill(7)) } },
    signedBadge(facts(), generateKeyPairSync('ed25519').privateKey),
  ]
  for (const each of changed) expect(await verified(each)).toBe(false)
})

test('an expired badge, one that is not valid yet, and one of another type are refused', async () => {
  const until = (validUntil: string) => signedBadge(facts({ validUntil }), privateKey)
  expect(await verified(until('2027-01-01T00:00:00Z'))).toBe(true)
  expect(await verified(until('2026-11-30T00:00:00Z'))).toBe(false)
  expect(await verified(signedBadge(facts({ validFrom: '2026-12-24T00:00:00Z' }), privateKey))).toBe(false)
  const badge = signedBadge(facts(), privateKey)
  expect(await verified({ ...badge, type: ['OpenBadgeCredential'] })).toBe(false)
  expect(await verified({ ...badge, type: ['VerifiableCredential'] })).toBe(false)
  expect(await verified({ ...badge, type: ['VerifiableCredential', 'EndorsementCredential'] })).toBe(false)
  expect(await verified({ ...badge, proof: { ...badge.proof, type: 'Ed25519Signature2020' } })).toBe(false)
})

test('whatever a name or a title holds, the proof is of what the file says', async () => {
  const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(words, words, words, async (recipientName, name, description) => {
      const achievement = { ...facts().achievement, name, description }
      expect(await verified(signedBadge(facts({ recipientName, achievement }), privateKey))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test.each([
  [[0, 0, 40, 127, 180, 205], 'z11233QC4'],
  [[...Buffer.from('Hello World!')], 'z2NEpo7TZRRrLZSi2U'],
  [[], 'z'],
])('base58btc of %j', (bytes, text) => {
  expect(base58btc(Uint8Array.from(bytes))).toBe(text)
})
