import { clientKey, RateLimit } from '~/platform/http/rate-limit.server'
import { stateOf, type CertificateFacts } from './certificate'
import { certificateRow, factsOf } from './facts.server'
import { readNumber, type NumberFault } from './number'

/** What anybody learns about a number: of one that does not count, nothing about a person. */
export type Verified =
  | { kind: 'valid'; facts: CertificateFacts }
  | { kind: 'revoked'; number: string; revokedAt: string }
  | { kind: 'superseded'; number: string }
  | { kind: 'unknown'; number: string }
  | { kind: 'mistyped'; typed: string; fault: NumberFault }
  | { kind: 'wait'; minutes: number }

// A number is 55 bits, so guessing is hopeless; this keeps it from being tried at the cost of everybody else.
const unknownNumbers = new RateLimit(20, 15)

/** Answers what a number stands for. A well-formed number that nobody has counts as a guess; a right one costs nothing. */
export function verifyCertificate(typed: string, clientAddress: string): Verified {
  const { number, fault } = readNumber(typed)
  if (number === undefined) return { kind: 'mistyped', typed: typed.slice(0, 100), fault }
  const client = clientKey(clientAddress)
  if (unknownNumbers.isExceeded(client)) return { kind: 'wait', minutes: unknownNumbers.minutesLeft(client) }
  const row = certificateRow(number)
  if (!row) {
    unknownNumbers.add(client)
    return { kind: 'unknown', number }
  }
  const state = stateOf(row)
  if (state === 'valid') return { kind: 'valid', facts: factsOf(row) }
  return row.revokedAt === null
    ? { kind: 'superseded', number }
    : { kind: 'revoked', number, revokedAt: row.revokedAt }
}
