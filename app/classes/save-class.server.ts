import { workProvince } from '~/people/places/work-province.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { classChoices } from './class-choices.server'
import { managedClass, newId } from './class-at.server'
import type { ClassInput, SessionInput } from './class-form'

export type SaveAnswer = { id: string; fault?: never } | { fault: SaveFault; id?: never }
export type SaveFault =
  'form.session.attended' | 'form.seats.taken' | 'form.teaches.unknown' | 'form.cancelled'

/** Makes a class of the actor's province, and returns its id. */
export async function createClass(actor: Actor, input: ClassInput): Promise<SaveAnswer> {
  const provinceCode = workProvince(actor, 'classes.manage')
  authorise(actor, 'classes.manage', { provinceCode })
  if (!knownOnly(input)) return { fault: 'form.teaches.unknown' }
  return inTransaction(async (tx) => ({ id: await insertClass(tx, actor, provinceCode, input) }))
}

/** Inserts a class with its sessions inside a transaction; the caller has authorised. */
export async function insertClass(
  tx: Tx,
  actor: Actor,
  provinceCode: string,
  input: ClassInput,
): Promise<string> {
  const id = newId()
  tx.sql.run(
    `INSERT INTO TrainingClass (id, provinceCode, titleVi, titleEn, aimVi, aimEn, competencies, modules, seats, minShare,
       passPercent, sample, createdAt, createdBy)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
       EXISTS (SELECT 1 FROM Installation WHERE key = 'sample' AND value = 'true'), ?, ?)`,
    id,
    provinceCode,
    ...columnsOf(input),
    dbDate(now()),
    actor.accountId,
  )
  for (const session of input.sessions) insertSession(tx, id, session)
  await audit(tx, actor.accountId, 'class.create', id, { sessions: input.sessions.length })
  return id
}

/**
 * Changes a class. A session with attendance is kept as a row: it can be moved, not left out; and there are never fewer
 * seats than people.
 */
export async function editClass(actor: Actor, id: string, input: ClassInput): Promise<SaveAnswer> {
  managedClass(actor, id)
  if (!knownOnly(input)) return { fault: 'form.teaches.unknown' }
  return inTransaction(async (tx): Promise<SaveAnswer> => {
    const before = managedClass(actor, id, tx)
    if (before.cancelledAt !== null) return { fault: 'form.cancelled' }
    const kept = new Set(input.sessions.flatMap((session) => session.id ?? []))
    const dropped = before.sessions.filter((session) => !kept.has(session.id))
    if (dropped.some((session) => hasAttendance(tx, session.id))) return { fault: 'form.session.attended' }
    if (input.seats !== undefined && input.seats < peopleIn(tx, id)) return { fault: 'form.seats.taken' }
    tx.sql.run(
      `UPDATE TrainingClass SET titleVi = ?, titleEn = ?, aimVi = ?, aimEn = ?, competencies = ?, modules = ?, seats = ?,
         minShare = ?, passPercent = ? WHERE id = ?`,
      ...columnsOf(input),
      id,
    )
    for (const { id: gone } of dropped) tx.sql.run('DELETE FROM ClassSession WHERE id = ?', gone)
    const own = new Set(before.sessions.map((session) => session.id))
    for (const session of input.sessions) {
      if (session.id !== null && own.has(session.id)) updateSession(tx, session.id, session)
      else insertSession(tx, id, session)
    }
    await audit(tx, actor.accountId, 'class.edit', id, { sessions: input.sessions.length })
    return { id }
  })
}

type Columns = [string, string, string, string, string, string, number | null, number, number | null]

function columnsOf(input: ClassInput): Columns {
  const { titleVi, titleEn = '', aimVi, aimEn = '', seats = null, minShare, passPercent = null } = input
  const codes = (list: string[]) => JSON.stringify([...new Set(list)])
  return [
    titleVi,
    titleEn,
    aimVi,
    aimEn,
    codes(input.competencies),
    codes(input.modules),
    seats,
    minShare,
    passPercent,
  ]
}

/** Whether everything that the class is to teach exists. */
function knownOnly({ competencies, modules }: ClassInput): boolean {
  const choices = classChoices()
  const codes = new Set(choices.domains.flatMap((domain) => domain.competencies.map(({ code }) => code)))
  const known = new Set(choices.modules.map(({ code }) => code))
  return competencies.every((code) => codes.has(code)) && modules.every((code) => known.has(code))
}

function insertSession(tx: Tx, classId: string, session: SessionInput): void {
  const { date, startsAt, endsAt, place, trainer } = session
  tx.sql.run(
    'INSERT INTO ClassSession (id, classId, date, startsAt, endsAt, place, trainer) VALUES (?, ?, ?, ?, ?, ?, ?)',
    newId(),
    classId,
    date,
    startsAt,
    endsAt,
    place,
    trainer,
  )
}

function updateSession(tx: Tx, id: string, { date, startsAt, endsAt, place, trainer }: SessionInput): void {
  tx.sql.run(
    'UPDATE ClassSession SET date = ?, startsAt = ?, endsAt = ?, place = ?, trainer = ? WHERE id = ?',
    date,
    startsAt,
    endsAt,
    place,
    trainer,
    id,
  )
}

function hasAttendance(tx: Tx, sessionId: string): boolean {
  return tx.sql.get('SELECT 1 FROM Attendance WHERE sessionId = ? LIMIT 1', sessionId) !== undefined
}

/** How many people have a seat in a class. */
export function peopleIn(from: Pick<Tx, 'sql'> | { sql: Pick<Tx['sql'], 'get'> }, classId: string): number {
  return from.sql.get<{ n: number }>(
    'SELECT count(*) AS n FROM ClassPlace WHERE classId = ? AND withdrawnAt IS NULL',
    classId,
  )!.n
}
