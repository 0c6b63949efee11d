import { signatureOf } from '~/platform/auth/signature.server'
import { now } from '~/platform/clock/now.server'
import type { Actor } from '~/platform/policy/actor'
import { stateOf, type ClassSession, type TrainingClass } from '../class'
import { managedClass, sessionIn } from '../class-at.server'
import { isFresh, parseRoomCode, signatureLength, signedText, stepAt } from './room-code'

const purpose = 'class attendance'

export type RoomView = {
  class: Pick<TrainingClass, 'id' | 'title'>
  session: ClassSession
  /** Null where the class was cancelled: nothing is shown then. */
  code: string | null
}

/** The code of this minute for a session, for the page on the wall of the room. */
export async function roomCode(actor: Actor, classId: string, sessionId: string): Promise<RoomView> {
  const found = managedClass(actor, classId)
  const session = sessionIn(found, sessionId)
  const code = stateOf(found, now()) === 'cancelled' ? null : await codeOf(sessionId, stepAt(now()))
  return { class: { id: found.id, title: found.title }, session, code }
}

async function codeOf(sessionId: string, step: number): Promise<string> {
  const text = signedText(sessionId, step)
  return `${text}.${(await signatureOf(purpose, text)).slice(0, signatureLength)}`
}

/** The session of a code that this installation made; `fresh` while it is taken. Null for any other text. */
export async function readRoomCode(code: string): Promise<{ sessionId: string; fresh: boolean } | null> {
  const parsed = parseRoomCode(code)
  if (!parsed || (await codeOf(parsed.sessionId, parsed.step)) !== code) return null
  return { sessionId: parsed.sessionId, fresh: isFresh(parsed.since, now()) }
}
