import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { ClassSession } from '../class'
import { classOf, sessionIn } from '../class-at.server'
import { readRoomCode } from './code.server'

type Held = { classId: string; title: Bilingual; session: ClassSession }

/** What a code on the wall means for the one who read it. */
export type Attending =
  | { kind: 'unknown' }
  | { kind: 'old' }
  | ({ kind: 'otherDay' | 'notListed' | 'already' | 'ready' | 'cancelled' } & Held)

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }

/** What a code that the actor read off the wall leads to; nothing is noted yet. */
export async function viewAttending(actor: Actor, code: string): Promise<Attending> {
  authorise(actor, 'classes.attend')
  const read = await readRoomCode(code)
  return attendingOf(reader, actor, read)
}

function attendingOf(from: From, actor: Actor, read: Awaited<ReturnType<typeof readRoomCode>>): Attending {
  const row =
    read && from.sql.get<{ classId: string }>('SELECT classId FROM ClassSession WHERE id = ?', read.sessionId)
  if (!read || !row) return { kind: 'unknown' }
  const { id: classId, title, cancelledAt, ...found } = classOf(from, row.classId)
  const held = { classId, title, session: sessionIn(found, read.sessionId) }
  const place = from.sql.get<{ withdrawnAt: string | null }>(
    'SELECT withdrawnAt FROM ClassPlace WHERE classId = ? AND personId = ?',
    classId,
    actor.personId,
  )
  if (!read.fresh) return { kind: 'old' }
  if (cancelledAt !== null) return { kind: 'cancelled', ...held }
  if (!place || place.withdrawnAt !== null) return { kind: 'notListed', ...held }
  if (isPresent(from, read.sessionId, actor.personId!)) return { kind: 'already', ...held }
  if (held.session.date !== vietnamDay(now())) return { kind: 'otherDay', ...held }
  return { kind: 'ready', ...held }
}

/** Notes that the actor is in the room, once: the code has to be of the last minutes, the day that of the session. */
export async function attend(actor: Actor, code: string): Promise<Attending> {
  authorise(actor, 'classes.attend', { personId: actor.personId })
  const read = await readRoomCode(code)
  return inTransaction(async (tx) => {
    const found = attendingOf(tx, actor, read)
    if (found.kind !== 'ready') return found
    tx.sql.run(
      `INSERT INTO Attendance (sessionId, personId, present, via, at, by) VALUES (?, ?, 1, 'code', ?, ?)
       ON CONFLICT (sessionId, personId) DO UPDATE SET present = 1, via = 'code', at = excluded.at, by = excluded.by`,
      found.session.id,
      actor.personId,
      dbDate(now()),
      actor.accountId,
    )
    await audit(tx, actor.accountId, 'class.attend', found.session.id)
    return { ...found, kind: 'already' }
  })
}

function isPresent(from: From, sessionId: string, personId: string): boolean {
  return (
    from.sql.get(
      'SELECT 1 FROM Attendance WHERE sessionId = ? AND personId = ? AND present = 1',
      sessionId,
      personId,
    ) !== undefined
  )
}
