import type { AppLoadContext } from '@remix-run/node'
import { cookieSecure } from '~/env.server'
import { isSignedBy, signatureOf } from '~/platform/auth/signature.server'
import { fitted, recordFromText, recordToText, type VisitorRecord } from './visitor'

const name = 'its_learn'
const purpose = 'visitor-record'
/** Base64 takes 4 characters for 3, and the whole cookie stays under 3.5 KB. */
const maxText = 2500
const maxValue = 3500
const year = 31_536_000

/** What a visitor has learned, by the cookie of a request. One that is broken, foreign or too long holds nothing. */
export async function readVisitorRecord(cookieHeader: string | null): Promise<VisitorRecord> {
  const [, text, signature] =
    new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{1,${maxValue}})\\.([A-Za-z0-9_-]{43})(?:;|$)`).exec(
      cookieHeader ?? '',
    ) ?? []
  if (!text || !signature || !(await isSignedBy(purpose, text, signature))) return {}
  return recordFromText(Buffer.from(text, 'base64url').toString()) ?? {}
}

/** Leaves nothing of it on the machine. */
export function forgetVisitor(context: Pick<AppLoadContext, 'setCookie'>): void {
  context.setCookie(`${name}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly${cookieSecure ? '; Secure' : ''}`)
}

/** Keeps `record` on the visitor's machine and returns what of it found room; `at` is the module at work. */
export async function writeVisitorRecord(
  context: Pick<AppLoadContext, 'setCookie'>,
  record: VisitorRecord,
  at: string,
): Promise<VisitorRecord> {
  const kept = fitted(record, at, maxText)
  const text = Buffer.from(recordToText(kept)).toString('base64url')
  const value = `${text}.${await signatureOf(purpose, text)}`
  context.setCookie(
    `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${cookieSecure ? '; Secure' : ''}`,
  )
  return kept
}
