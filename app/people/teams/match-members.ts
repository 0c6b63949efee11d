import { fold } from '~/formats/fold'
import { group } from '../roster/commune-lookup'
import { mayBeSame, type MemberLine } from './read-members'

/** Somebody of the commune who may be the person on a line. */
export type Namesake = {
  personId: string
  staffCode: string
  fullName: string
  birthDate: string | null
  teamId: string | null
  team: string | null
}

/** What people on a list are decided to be, by `memberKey`: a stored person, or somebody new. */
export type Decisions = Record<string, string>
export const newPerson = 'new'

/** A line beside those of the commune who may be the same person, and what was decided. */
export type Match = {
  key: string
  member: MemberLine
  namesakes: Namesake[]
  /** The stored person, `new`, or null as long as nobody has decided. */
  chosen: string | null
  fault: 'missing' | 'taken' | null
  /** The line that has the same stored person. */
  takenBy?: number
}

/**
 * Names the person that a decision is about, so that it stays with the name when lines come and go.
 *
 * @example memberKey({ fullName: 'Nông Thị Ví', birthDate: '1990' }) // 'nong_thi_vi.1990'
 */
export function memberKey({ fullName, birthDate }: Pick<MemberLine, 'fullName' | 'birthDate'>): string {
  return `${fold(fullName).replace(/ /g, '_')}.${birthDate ?? ''}`
}

/**
 * Sets people on a list beside those whom the commune already has: the same name, and no birth dates that are
 * known to differ. Somebody without namesakes is new; everybody else needs a decision, and a stored person can
 * stand for one line only.
 */
export function matchMembers(members: MemberLine[], here: Namesake[], decisions: Decisions): Match[] {
  const byName = group(here, ({ fullName }) => fold(fullName))
  const taken = new Map<string, number>()
  return members.map((member): Match => {
    const key = memberKey(member)
    const namesakes = (byName.get(fold(member.fullName)) ?? []).filter(({ birthDate }) =>
      mayBeSame(birthDate, member.birthDate),
    )
    if (namesakes.length === 0) return { key, member, namesakes, chosen: newPerson, fault: null }
    const decided = Object.hasOwn(decisions, key) ? decisions[key]! : null
    if (decided === newPerson) return { key, member, namesakes, chosen: newPerson, fault: null }
    const stored = namesakes.find(({ personId }) => personId === decided)
    if (!stored) return { key, member, namesakes, chosen: null, fault: 'missing' }
    const chosen = stored.personId
    const takenBy = taken.get(chosen)
    if (takenBy !== undefined) return { key, member, namesakes, chosen, fault: 'taken', takenBy }
    taken.set(chosen, member.line)
    return { key, member, namesakes, chosen, fault: null }
  })
}

const field = /^same\.(.{1,140})$/su

/** The name of the field that decides about a person. */
export const decisionField = (key: string) => `same.${key}`

/** The decisions among the fields of a form. */
export function decisionsIn(fields: Iterable<[string, unknown]>): Decisions {
  const decisions: Decisions = {}
  for (const [name, value] of fields) {
    const key = field.exec(name)?.[1]
    if (key !== undefined && typeof value === 'string') decisions[key] = value
  }
  return decisions
}
