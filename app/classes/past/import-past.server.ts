import { fileMessages } from '~/people/roster/messages'
import { workProvince } from '~/people/places/work-province.server'
import type { Message } from '~/formats/message'
import { readWorkbook } from '~/formats/workbook.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { inOrder } from '../class'
import { classOf, sessionsOf } from '../class-at.server'
import { directory } from '../people/directory.server'
import { leaveOut, matchPeople, type LineMatch } from '../people/match-people'
import { seatPeople } from '../people/add-people.server'
import { insertClass } from '../save-class.server'
import { inputOf, readPast, type PastClass, type PastFault } from './past'

export const pastLimitMb = 5

export type PastUpload =
  | { kind: 'file'; message: Message; mend: Message }
  | { kind: 'faults'; faults: PastFault[] }
  | { kind: 'read'; past: PastClass; lines: LineMatch[] }

/** Reads the workbook of a class that was held and shows whom it names; nothing is stored. */
export async function uploadPast(actor: Actor, file: Uint8Array): Promise<PastUpload> {
  const provinceCode = workProvince(actor, 'classes.manage')
  const limit = pastLimitMb * 1024 * 1024
  if (file.length > limit) return { kind: 'file', ...fileMessages({ code: 'too-big', limit }) }
  const tables = await readWorkbook(Buffer.from(file))
  if (!tables.ok) return { kind: 'file', ...fileMessages(tables.problem) }
  const { past, faults } = readPast(tables.sheets)
  if (faults.length > 0) return { kind: 'faults', faults }
  if (past.people.length === 0)
    return { kind: 'faults', faults: [{ sheet: '', cell: '', key: 'past.nobody', value: '' }] }
  return { kind: 'read', past, lines: pastLines(provinceCode, past, {}) }
}

/** Whom the people of a workbook are, line by line. */
export function pastLines(
  provinceCode: string,
  { people }: PastClass,
  decisions: Record<string, string>,
): LineMatch[] {
  const text = people.map((each) => each.text).join('\n')
  return matchPeople(text, directory(reader, provinceCode), decisions, vietnamDay(now()))
}

export type ImportAnswer =
  { id: string; people: number } | { lines: LineMatch[]; asked: boolean } | { fault: 'past.stale' }

/** Stores a class that was held with its sessions, participants and attendance, all at once. */
export async function importPast(
  actor: Actor,
  past: PastClass,
  decisions: Record<string, string>,
): Promise<ImportAnswer> {
  const provinceCode = workProvince(actor, 'classes.manage')
  authorise(actor, 'classes.manage', { provinceCode })
  const input = inputOf(past.fields)
  const lines = pastLines(provinceCode, past, decisions)
  if (!input || lines.length !== past.people.length) return { fault: 'past.stale' }
  if (lines.some(({ fault }) => fault === 'missing')) return { lines, asked: true }
  const known = lines.flatMap(({ chosen, fault }, i) =>
    chosen && chosen !== leaveOut && !fault ? [{ personId: chosen, marks: past.people[i]!.marks }] : [],
  )
  return inTransaction(async (tx) => {
    const id = await insertClass(tx, actor, provinceCode, { ...input, sessions: inOrder(input.sessions) })
    await seatPeople(
      tx,
      actor,
      classOf(tx, id),
      known.map(({ personId }) => personId),
    )
    storeMarks(tx, actor, id, past, known)
    await audit(tx, actor.accountId, 'class.import', id, { people: known.length })
    return { id, people: known.length }
  })
}

/** Marks come in the order of the workbook; of days to come nothing is known yet. */
function storeMarks(
  tx: Tx,
  actor: Actor,
  classId: string,
  { fields }: PastClass,
  known: { personId: string; marks: (boolean | null)[] }[],
): void {
  const stored = sessionsOf(tx, classId)
  const today = vietnamDay(now())
  const taken = new Set<string>()
  fields.sessions.forEach((typed, k) => {
    const [day, month, year] = typed.date.split('/')
    const session = stored.find(
      ({ id, date, startsAt, place }) =>
        !taken.has(id) &&
        date === `${year}-${month}-${day}` &&
        startsAt === typed.startsAt &&
        place === typed.place,
    )
    if (!session) return
    taken.add(session.id)
    if (session.date > today) return
    for (const { personId, marks } of known) {
      const present = marks[k]
      if (present === null || present === undefined) continue
      tx.sql.run(
        "INSERT INTO Attendance (sessionId, personId, present, via, at, by) VALUES (?, ?, ?, 'import', ?, ?)",
        session.id,
        personId,
        present ? 1 : 0,
        dbDate(now()),
        actor.accountId,
      )
    }
  })
}
