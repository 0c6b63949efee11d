import { createHash, randomBytes, randomInt } from 'node:crypto'

/** What is stored of a secret with enough entropy of its own: SHA-256, hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

// No letters or digits that are taken for one another on paper.
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** An activation code of 12 characters (59 bits), printed in groups of four. */
export function newActivationCode(): string {
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** A code as stored and compared, whatever way it was typed. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

export function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
