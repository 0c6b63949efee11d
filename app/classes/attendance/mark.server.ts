import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import type { ClassSession, TrainingClass } from '../class'
import { managedClass, sessionIn } from '../class-at.server'
import { seatedIn } from '../people/find-people.server'
import { participantsOf, type Participant } from '../view-class.server'

export type Via = 'list' | 'code' | 'paper' | 'import'
export type Marked = Pick<
  Participant,
  'personId' | 'staffCode' | 'fullName' | 'communeName' | 'positionCodes'
> & {
  present: boolean | null
  via: Via | null
  at: string | null
}
export type AttendanceView = { class: TrainingClass; session: ClassSession; people: Marked[] }

type Row = { personId: string; present: number; via: Via; at: string }

/** Who was at a session: of everybody who has a seat, by given name. */
export function viewAttendance(actor: Actor, classId: string, sessionId: string): AttendanceView {
  const found = managedClass(actor, classId)
  const session = sessionIn(found, sessionId)
  const marks = new Map(marksOf(sessionId).map((row) => [row.personId, row]))
  return {
    class: found,
    session,
    people: participantsOf(classId)
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ personId, staffCode, fullName, communeName, positionCodes }) => {
        const mark = marks.get(personId)
        return {
          personId,
          staffCode,
          fullName,
          communeName,
          positionCodes,
          present: mark ? mark.present === 1 : null,
          via: mark?.via ?? null,
          at: mark?.at ?? null,
        }
      }),
  }
}

function marksOf(sessionId: string, from: { sql: Pick<typeof reader.sql, 'all'> } = reader): Row[] {
  return from.sql.all<Row>('SELECT personId, present, via, at FROM Attendance WHERE sessionId = ?', sessionId)
}

type Marking = {
  /** Those on the page, and those of them who are ticked. */
  listed: string[]
  present: string[]
  via: 'list' | 'paper'
}

/**
 * Takes the attendance of a session from a list. Only who stood on the page is marked, so that somebody who came in by
 * the code meanwhile stays; a mark that changes is a correction, and each one is in the audit.
 */
export async function markAttendance(
  actor: Actor,
  classId: string,
  sessionId: string,
  { listed, present, via }: Marking,
): Promise<{ changed: number }> {
  managedClass(actor, classId)
  return inTransaction(async (tx) => {
    sessionIn(managedClass(actor, classId, tx), sessionId)
    const seated = seatedIn(classId, tx)
    const before = new Map(marksOf(sessionId, tx).map((row) => [row.personId, row.present === 1]))
    const ticked = new Set(present)
    const at = dbDate(now())
    let changed = 0
    for (const personId of new Set(listed)) {
      const here = ticked.has(personId)
      if (!seated.has(personId) || before.get(personId) === here) continue
      tx.sql.run(
        `INSERT INTO Attendance (sessionId, personId, present, via, at, by) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (sessionId, personId) DO UPDATE SET present = excluded.present, via = excluded.via, at = excluded.at,
           by = excluded.by`,
        sessionId,
        personId,
        here ? 1 : 0,
        via,
        at,
        actor.accountId,
      )
      changed += 1
      if (before.has(personId))
        await audit(tx, actor.accountId, 'class.correct', sessionId, { personId, present: here })
    }
    if (changed > 0) await audit(tx, actor.accountId, 'class.mark', sessionId, { changed, via })
    return { changed }
  })
}
