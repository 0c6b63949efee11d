import { fold } from '~/formats/fold'
import { readBirthDate, sameBirth } from '../roster/birth-date'
import { isName, tidyName } from '../roster/person-name'
import { isHeading, isPrivate, lineParts } from './member-line'

/** The longest list that is read, and the most members that one list takes. */
export const mostText = 20_000
export const mostMembers = 100
const longestLine = 300

export type MemberLine = { line: number; fullName: string; birthDate: string | null }
export type MemberFault = {
  line: number
  text: string
  why:
    | 'notAName'
    | 'oneWord'
    | 'private'
    | 'notUnderstood'
    | 'badDate'
    | 'birthOutOfRange'
    | 'twoDates'
    | 'twice'
    | 'long'
  /** What could not be read; the line that says the same. */
  part?: string
  other?: number
}
export type SkippedLine = { line: number; text: string }
export type ReadMembers = { members: MemberLine[]; faults: MemberFault[]; skipped: SkippedLine[] }

/**
 * A list as people write or paste it: one a line, the name and, where it is known, the year or date of birth.
 * Numbering, titles before a name, columns for the sex and empty lines do not matter; headings are skipped.
 *
 * @example
 * readMembers('1. Nông Thị Ví, 1990\n- Hoàng Văn A', '2026-11-21')
 * // members: [{ line: 1, fullName: 'Nông Thị Ví', birthDate: '1990' }, { line: 2, … birthDate: null }]
 */
export function readMembers(text: string, today: string): ReadMembers {
  const read: ReadMembers = { members: [], faults: [], skipped: [] }
  const seen = new Map<string, MemberLine[]>()
  text.split(/\r\n|\r|\n/).forEach((raw, i) => {
    const told = tidyLine(raw)
    const shown = told.replace(/\t/g, ' ').slice(0, 80)
    const line = i + 1
    if (!told) return
    if (told.length > longestLine) return void read.faults.push({ line, text: shown, why: 'long' })
    if (isHeading(told)) return void read.skipped.push({ line, text: shown })
    const person = readPerson(told, today)
    if (person === null) return
    if ('why' in person) return void read.faults.push({ line, text: shown, ...person })
    const namesakes = seen.get(fold(person.fullName)) ?? []
    const same = namesakes.find(({ birthDate }) => mayBeSame(birthDate, person.birthDate))
    if (same) return void read.faults.push({ line, text: shown, why: 'twice', other: same.line })
    const member = { line, ...person }
    seen.set(fold(person.fullName), [...namesakes, member])
    read.members.push(member)
  })
  return read
}

/** Whether two birth dates, each perhaps unknown, can be of one person. */
export function mayBeSame(a: string | null, b: string | null): boolean {
  return a === null || b === null || sameBirth(a, b)
}

/** One space where there were many, one kind of dash, no invisible signs; tabs stay, they part columns. */
function tidyLine(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/[–—−]/g, '-')
    .trim()
}

type Person = Pick<MemberLine, 'fullName' | 'birthDate'>

/** The person of a line; null where nothing but a number or a dash stands on it. */
function readPerson(told: string, today: string): Person | Pick<MemberFault, 'why' | 'part'> | null {
  if (isPrivate(told, (cell) => readBirthDate(cell, today).ok)) return { why: 'private' }
  const { words, dates, empty } = lineParts(told)
  if (empty) return null
  const [name, more] = words
  if (name === undefined) return { why: 'notAName' }
  if (more !== undefined) return { why: 'notUnderstood', part: more }
  const fullName = tidyName(name)
  if (!isName(fullName)) return { why: 'notAName' }
  if (!fullName.includes(' ')) return { why: 'oneWord' }
  const [born, second] = dates
  if (second !== undefined) return { why: 'twoDates' }
  // A spreadsheet's serial number never comes with pasted text: five figures are something else.
  if (born !== undefined && /^(?:\d{1,3}|\d{5,})$/.test(born)) return { why: 'badDate' }
  const birth = born === undefined ? null : readBirthDate(born, today)
  if (birth && !birth.ok) return { why: birth.why }
  return { fullName, birthDate: birth?.ok ? birth.date : null }
}
