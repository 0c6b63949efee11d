import { clientKey } from '~/platform/http/rate-limit.server'
import { SlowedKeys } from '~/platform/http/slowed-keys.server'
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
  | { kind: 'wait'; seconds: number }

// A number is 55 bits, so guessing is hopeless; this keeps it from being tried at the cost of everybody else.
const unknownNumbers = new SlowedKeys(20, 10)

/**
 * Answers what a number stands for. A number that exists is answered always, whoever shares a network with whom; only
 * unknown ones come slower and slower. `clientAddress` is null for who is signed in: they are not slowed.
 */
export function verifyCertificate(typed: string, clientAddress: string | null): Verified {
  const { number, fault } = readNumber(typed)
  if (number === undefined) return { kind: 'mistyped', typed: typed.slice(0, 100), fault }
  const row = certificateRow(number)
  if (!row) {
    const seconds = clientAddress === null ? 0 : unknownNumbers.take(clientKey(clientAddress))
    return seconds > 0 ? { kind: 'wait', seconds } : { kind: 'unknown', number }
  }
  const state = stateOf(row)
  if (state === 'valid') return { kind: 'valid', facts: factsOf(row) }
  return row.revokedAt === null
    ? { kind: 'superseded', number }
    : { kind: 'revoked', number, revokedAt: row.revokedAt }
}
