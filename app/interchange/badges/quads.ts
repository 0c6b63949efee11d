import type { BadgeFacts, ProofOptions } from './credential'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const vc = 'https://www.w3.org/2018/credentials#'
const ob = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
const schema = 'https://schema.org/'
const sec = 'https://w3id.org/security#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
// The context of Open Badges names these types by https; so they are what is signed.
const obXsd = 'https://www.w3.org/2001/XMLSchema#'

// A graph with one node without a name needs no search for the order of such nodes: it is the first (RDFC-1.0, §4.4).
const unnamed = '_:c14n0'

const iri = (text: string) => `<${text}>`
const literal = (text: string, type?: string) => `"${escaped(text)}"${type ? `^^<${type}>` : ''}`

/** Canonical N-Quads escape few signs (RDF 1.2 N-Quads, §3): quote, backslash, and control characters. */
function escaped(text: string): string {
  const short: Record<string, string> = {
    '\b': '\\b',
    '\t': '\\t',
    '\n': '\\n',
    '\f': '\\f',
    '\r': '\\r',
    '"': '\\"',
    '\\': '\\\\',
  }
  return text.replace(
    // eslint-disable-next-line no-control-regex
    /["\\\x00-\x1f\x7f]/g,
    (sign) => short[sign] ?? `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

/**
 * The credential of these facts as canonical N-Quads (RDF Dataset Canonicalization, RDFC-1.0): what `badgeCredential`
 * says under its contexts. All nodes but one have a name, so that the canonical form is its lines in order of code points.
 */
export function credentialQuads(facts: BadgeFacts): string {
  const { id, issuer, validFrom, validUntil, subjectId, recipientName, achievement } = facts
  const criteria = `${achievement.id}#criteria`
  return canonical([
    [iri(id), `${rdf}type`, iri(`${vc}VerifiableCredential`)],
    [iri(id), `${rdf}type`, iri(`${ob}OpenBadgeCredential`)],
    [iri(id), `${schema}name`, literal(achievement.name)],
    [iri(id), `${vc}issuer`, iri(issuer.id)],
    [iri(id), `${vc}validFrom`, literal(validFrom, `${xsd}dateTime`)],
    ...(validUntil === undefined
      ? []
      : [[iri(id), `${vc}validUntil`, literal(validUntil, `${xsd}dateTime`)] as Quad]),
    [iri(id), `${vc}credentialSubject`, iri(subjectId)],
    [iri(issuer.id), `${rdf}type`, iri(`${ob}Profile`)],
    [iri(issuer.id), `${schema}name`, literal(issuer.name)],
    [iri(issuer.id), `${schema}url`, literal(issuer.url, `${obXsd}anyURI`)],
    [iri(subjectId), `${rdf}type`, iri(`${ob}AchievementSubject`)],
    [iri(subjectId), `${ob}identifier`, unnamed],
    [unnamed, `${rdf}type`, iri(`${ob}IdentityObject`)],
    [unnamed, `${ob}hashed`, literal('false', `${obXsd}boolean`)],
    [unnamed, `${ob}identityHash`, literal(recipientName)],
    [unnamed, `${ob}identityType`, literal('name')],
    [iri(subjectId), `${ob}achievement`, iri(achievement.id)],
    [iri(achievement.id), `${rdf}type`, iri(`${ob}Achievement`)],
    [iri(achievement.id), `${schema}name`, literal(achievement.name)],
    [iri(achievement.id), `${schema}description`, literal(achievement.description)],
    [iri(achievement.id), `${ob}Criteria`, iri(criteria)],
    [iri(criteria), `${ob}narrative`, literal(achievement.criteria)],
  ])
}

/** The proof without its value, under the contexts of the credential, as canonical N-Quads. */
export function proofQuads({ created, verificationMethod }: ProofOptions): string {
  return canonical([
    [unnamed, `${rdf}type`, iri(`${sec}DataIntegrityProof`)],
    [unnamed, `${sec}cryptosuite`, literal('eddsa-rdfc-2022', `${sec}cryptosuiteString`)],
    [unnamed, 'http://purl.org/dc/terms/created', literal(created, `${xsd}dateTime`)],
    [unnamed, `${sec}verificationMethod`, iri(verificationMethod)],
    [unnamed, `${sec}proofPurpose`, iri(`${sec}assertionMethod`)],
  ])
}

type Quad = [subject: string, predicate: string, object: string]

function canonical(quads: Quad[]): string {
  return quads
    .map(([subject, predicate, object]) => `${subject} <${predicate}> ${object} .\n`)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .join('')
}
