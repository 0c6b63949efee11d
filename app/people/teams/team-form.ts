import { z } from 'zod'
import { fold } from '~/formats/fold'
import { readBirthDate } from '../roster/birth-date'
import { isName, tidyName } from '../roster/person-name'

/** The most members that one list takes. */
export const mostMembers = 100

export type MemberLine = { line: number; fullName: string; birthDate: string | null }
export type MemberFault = {
  line: number
  text: string
  why: 'notAName' | 'badDate' | 'birthOutOfRange' | 'twice'
}

/**
 * A list as people write it: one a line, the name, then the year or date of birth where it is known. Numbering,
 * bullets and empty lines do not matter.
 *
 * @example
 * readMembers('1. Nông Thị Ví, 1990\n- Hoàng Văn A', '2026-11-21')
 * // { members: [{ line: 1, fullName: 'Nông Thị Ví', birthDate: '1990' }, { line: 2, … birthDate: null }], faults: [] }
 */
export function readMembers(text: string, today: string): { members: MemberLine[]; faults: MemberFault[] } {
  const members: MemberLine[] = []
  const faults: MemberFault[] = []
  const seen = new Set<string>()
  text.split(/\r?\n/).forEach((raw, i) => {
    const line = i + 1
    const told = raw.replace(/^\s*(?:\d{1,3}\s*[.)\-:]|[-–•*+])\s*/, '').trim()
    if (!told) return
    const [name, born = ''] = split(told)
    const fullName = tidyName(name)
    const fault = (why: MemberFault['why']) => faults.push({ line, text: raw.trim().slice(0, 80), why })
    if (!isName(fullName)) return void fault('notAName')
    const birth = born ? readBirthDate(born, today) : null
    if (birth && !birth.ok) return void fault(birth.why)
    const birthDate = birth?.ok ? birth.date : null
    const key = `${fold(fullName)}|${birthDate ?? ''}`
    if (seen.has(key)) return void fault('twice')
    seen.add(key)
    members.push({ line, fullName, birthDate })
  })
  return { members, faults }
}

/** The name, and what follows a comma, a semicolon, a tab, a bracket or stands at the end in figures. */
function split(told: string): [string, string?] {
  const parts = /^([^,;\t(]+?)(?:\s*[,;\t(]\s*|\s+(?:sinh\s+)?(?=\d))(.*?)\)?$/iu.exec(told)
  return parts ? [parts[1]!, parts[2]!.trim()] : [told]
}

export const teamNameSchema = z.object({
  name: z
    .string({ error: 'form.name.missing' })
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(2, { error: 'form.name.missing' }).max(80, { error: 'form.name.long' })),
})

/** Somebody of the commune who may be the person on a line. */
export type Namesake = {
  personId: string
  staffCode: string
  fullName: string
  birthDate: string | null
  team: string | null
}

/** What a line's person is decided to be: a stored person, or somebody new. */
export type Decisions = Record<number, string>
export const newPerson = 'new'

export type Doubt = { line: number; fullName: string; namesakes: Namesake[] }
