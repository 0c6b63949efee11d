import { fold } from '~/formats/fold'
import type { SheetTable, TableProblem } from '~/formats/table'
import { readTables } from '~/people/roster/read-tables.server'
import { matchHeading } from '~/people/roster/headings'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { managedClass } from '../class-at.server'
import { addPeople, type AddAnswer } from './add-people.server'
import { directory } from './directory.server'
import { seatedIn } from './find-people.server'
import { leaveOut, matchPeople, mostLines, mostListText, type LineMatch } from './match-people'

export type SentList = { text: string; decisions: Record<string, string>; step: 'write' | 'check' }
export type CheckedLine = LineMatch & { seated: boolean }
export type ListAnswer =
  | { kind: 'fault'; fault: 'list.missing' | 'list.long' }
  | { kind: 'check'; lines: CheckedLine[]; asked: boolean; refused?: Exclude<AddAnswer, { added: number }> }
  | { kind: 'added'; added: number }

/** Takes a list of names or staff codes a step further: shows whom it means, then gives those people a seat. */
export async function receiveList(actor: Actor, classId: string, sent: SentList): Promise<ListAnswer> {
  const { provinceCode } = managedClass(actor, classId)
  if (sent.text.length > mostListText) return { kind: 'fault', fault: 'list.long' }
  const matches = matchPeople(sent.text, directory(reader, provinceCode), sent.decisions, vietnamDay(now()))
  if (matches.length === 0) return { kind: 'fault', fault: 'list.missing' }
  if (matches.length > mostLines) return { kind: 'fault', fault: 'list.long' }
  const seated = seatedIn(classId)
  const lines = matches.map((match) => ({
    ...match,
    seated: match.chosen !== null && seated.has(match.chosen),
  }))
  const open = lines.some(({ fault }) => fault === 'missing')
  if (sent.step === 'write' || open) return { kind: 'check', lines, asked: sent.step === 'check' && open }
  const chosen = lines.flatMap(({ chosen: who, fault }) => (who && who !== leaveOut && !fault ? [who] : []))
  const answer = await addPeople(actor, classId, chosen)
  return 'added' in answer
    ? { kind: 'added', added: answer.added }
    : { kind: 'check', lines, asked: false, refused: answer }
}

/** The people of an uploaded table as lines of text, to go the way of a list that was pasted. */
export async function listInFile(
  file: Uint8Array,
  fileName: string,
): Promise<{ text: string; problem?: never } | { problem: TableProblem; text?: never }> {
  const read = await readTables(file, fileName)
  if (!read.ok) return { problem: read.problem }
  const lines = read.sheets.filter((sheet) => !sheet.hidden).flatMap(linesOf)
  return { text: lines.join('\n').slice(0, mostListText + 1) }
}

const wanted = ['staffCode', 'fullName', 'familyName', 'givenName', 'birthDate', 'commune']

/** Below a row of headings only the columns that name people are read; a sheet without one is read as it is. */
function linesOf({ rows }: SheetTable): string[] {
  const head = rows.slice(0, 15).findIndex((row) => row.filter((cell) => columnOf(cell)).length >= 2)
  const columns = head < 0 ? null : rows[head]!.map((cell) => columnOf(cell))
  return rows.slice(head + 1).flatMap((row) => {
    const cells = row.flatMap((cell, i) => {
      if (cell === null || (columns && !columns[i])) return []
      return [
        cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).replace(/[\t;\n\r]/g, ' '),
      ]
    })
    return cells.length > 0 ? [cells.join('\t')] : []
  })
}

function columnOf(cell: unknown): string | null {
  const found = typeof cell === 'string' && fold(cell) !== '' ? matchHeading(cell) : null
  return found && wanted.includes(found.column) ? found.column : null
}
