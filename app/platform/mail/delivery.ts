/** Minutes to wait before a message is tried again: after its first attempt, its second, and so on. */
export const waits = [1, 5, 30, 120, 360] as const

/** When a message that has been tried `attempts` times is tried again, in minutes; null where it has failed for good. */
export function minutesUntilNext(attempts: number): number | null {
  return waits[attempts - 1] ?? null
}

/**
 * What came of an attempt that failed.
 * - code: for people who look after the mail, without addresses: `smtp-550`, or one of the words below;
 * - permanent: trying again would not help;
 * - server: it lies with the server or the way to it, so that other messages would fail as well.
 */
export type Failure = { code: string; permanent: boolean; server: boolean }

type Thrown = { code?: unknown; originalCode?: unknown; responseCode?: unknown; command?: unknown }

const words = new Map([
  ['EAUTH', 'auth'],
  ['ENOAUTH', 'auth'],
  ['ETLS', 'tls'],
  ['EREQUIRETLS', 'tls'],
  ['EDNS', 'dns'],
  ['ENOTFOUND', 'dns'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNECTION', 'connection'],
  ['ESOCKET', 'connection'],
  ['EPROTOCOL', 'connection'],
])
const certificate = /^(?:DEPTH_ZERO_|SELF_SIGNED|UNABLE_TO_|CERT_|ERR_TLS|ERR_SSL)/

/** Commands that speak of one message; an answer to any other is about the server, or about us. */
const ofMessage = /^(?:MAIL FROM|RCPT TO|DATA|BDAT)/

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/**
 * Reads what the library threw. An answer 5xx to a message (RFC 5321, 4.2.1) is permanent, one to the greeting or to the
 * sign-in is not: the settings can be mended while the message waits.
 */
export function failureOf(thrown: unknown): Failure {
  const { code, originalCode, responseCode, command } = (thrown ?? {}) as Thrown
  const name = textOf(code)
  const word = certificate.test(textOf(originalCode)) ? 'tls' : words.get(name)
  if (word === 'auth' || word === 'tls') return { code: word, permanent: false, server: true }
  if (typeof responseCode === 'number' && responseCode >= 400 && responseCode < 600) {
    const about = ofMessage.test(textOf(command)) || name === 'EENVELOPE'
    return { code: `smtp-${responseCode}`, permanent: about && responseCode >= 500, server: !about }
  }
  if (name === 'EENVELOPE') return { code: 'address', permanent: true, server: false }
  return { code: word ?? 'unknown', permanent: false, server: word !== undefined }
}
