/** How often the page on the wall shows a new code, and how long one is taken. */
export const codeSeconds = 60
export const codeLifeSeconds = 180

/** What a code that was read off the wall stands for; `since` is the moment at which its minute began. */
export type RoomCode = { sessionId: string; since: number; signature: string }

// Half of an HMAC of 256 bits: nobody guesses 126 bits, and the picture keeps large squares.
export const signatureLength = 21

/** The number of the minute that a moment lies in. */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / (codeSeconds * 1000))
}

/** The text under the signature: the session and the minute. */
export function signedText(sessionId: string, step: number): string {
  return `${sessionId}.${step.toString(36)}`
}

/** `<session>.<minute>.<signature>`; null for what has another shape. */
export function parseRoomCode(code: string): (RoomCode & { step: number }) | null {
  const parts = /^([\w-]{12})\.([0-9a-z]{1,9})\.([\w-]{21})$/.exec(code)
  if (!parts) return null
  const [, sessionId, minute, signature] = parts as unknown as [string, string, string, string]
  const step = Number.parseInt(minute, 36)
  return { sessionId, step, since: step * codeSeconds * 1000, signature }
}

/** Whether a code of minute `since` is still taken at `moment`: for three minutes, and never before its time. */
export function isFresh(since: number, moment: Date): boolean {
  const age = moment.getTime() - since
  return age >= 0 && age < codeLifeSeconds * 1000
}
