import { fold } from '~/formats/fold'
import { sameBirth } from './birth-date'
import { group } from './commune-lookup'
import { fieldChanges } from './diff-fields'
import type { Candidate } from './diff-types'
import { isMadeCode } from './staff-code'
import type { ExistingPerson, RosterPerson } from './types'

/** Stored persons as they are looked for: by staff code, by folded name, by folded name and commune. */
export type PersonIndex = {
  byCode: Map<string, ExistingPerson>
  byName: Map<string, ExistingPerson[]>
  byNameHere: Map<string, ExistingPerson[]>
}

export function indexPersons(existing: ExistingPerson[]): PersonIndex {
  const ordered = [...existing].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const byName = group(ordered, (person) => fold(person.fullName))
  const byNameHere = new Map<string, ExistingPerson[]>()
  for (const [name, namesakes] of byName) {
    for (const [commune, here] of group(namesakes, (person) => person.communeCode)) {
      byNameHere.set(nameHere(name, commune), here)
    }
  }
  const coded = ordered.filter((person) => person.staffCode !== null)
  return {
    byCode: new Map(coded.map((person) => [person.staffCode!.toUpperCase(), person])),
    byName,
    byNameHere,
  }
}

/** The key of `byNameHere`. */
export function nameHere(foldedName: string, communeCode: string): string {
  return `${foldedName}|${communeCode}`
}

const overlap = (a: RosterPerson, b: RosterPerson) =>
  a.positionCodes.some((code) => b.positionCodes.includes(code))

/** Two codes that both come from elsewhere part two people; a code made by us gives way to a real one. */
const codesAgree = (told: RosterPerson, stored: RosterPerson) =>
  told.staffCode === null ||
  stored.staffCode === null ||
  told.staffCode === stored.staffCode ||
  isMadeCode(stored.staffCode)

/**
 * The stored persons that a row is surely about, going by name: in the same commune, and with the same birth
 * date. One whom the row would not change at all comes first, so that a list sent again finds its people;
 * then equal dates, then a year that agrees with a date. Where either side knows no date, the same positions
 * will do, or one position in common if nobody else there has the name.
 */
export function surelySame(told: RosterPerson, namesakesHere: ExistingPerson[]): ExistingPerson[] {
  const here = namesakesHere.filter((stored) => codesAgree(told, stored))
  const undated = here.filter((stored) => stored.birthDate === null || told.birthDate === null)
  const agreeing = here.filter(
    (stored) => undated.includes(stored) || sameBirth(stored.birthDate!, told.birthDate!),
  )
  const idle = agreeing.find((stored) => fieldChanges(stored, told).length === 0)
  if (idle) return [idle]
  const equal = here.filter((stored) => stored.birthDate === told.birthDate)
  if (equal.length > 0) return narrow(told, equal)
  const dated = agreeing.filter((stored) => !undated.includes(stored))
  if (dated.length > 0) return narrow(told, dated)
  const samePosts = undated.filter((stored) => stored.positionCodes.join() === told.positionCodes.join())
  if (samePosts.length === 1) return samePosts
  return here.length === 1 && undated.length === 1 && overlap(told, here[0]!) ? here : []
}

function narrow(told: RosterPerson, found: ExistingPerson[]): ExistingPerson[] {
  const exact = found.filter((stored) => stored.positionCodes.join() === told.positionCodes.join())
  if (exact.length > 0) return exact
  const close = found.filter((stored) => overlap(told, stored))
  return close.length > 0 ? close : found
}

const shownCandidates = 5

/**
 * Those a row may be about, the likeliest first: the same name, and the birth date, the commune or a position
 * in common. Of people whose birth dates are known to differ, only those in the same commune; of people whose
 * staff codes both come from elsewhere and differ, only those with the same birth date.
 */
export function perhapsSame(told: RosterPerson, namesakes: ExistingPerson[]): Candidate[] {
  return namesakes
    .map((stored) => ({ stored, reasons: reasons(told, stored) }))
    .filter(
      ({ stored, reasons: because }) =>
        because.length > 0 && (codesAgree(told, stored) || because.includes('sameBirth')),
    )
    .sort((a, b) => b.reasons.length - a.reasons.length)
    .slice(0, shownCandidates)
    .map(({ stored }) => candidateOf(told, stored))
}

export function candidateOf(told: RosterPerson, stored: ExistingPerson): Candidate {
  const { id: personId, staffCode, fullName, communeCode, positionCodes } = stored
  return { personId, staffCode, fullName, communeCode, positionCodes, because: reasons(told, stored) }
}

function reasons(told: RosterPerson, stored: ExistingPerson): Candidate['because'] {
  const because: Candidate['because'] = []
  const dated = told.birthDate !== null && stored.birthDate !== null
  const agree = dated && sameBirth(told.birthDate!, stored.birthDate!)
  const here = told.communeCode === stored.communeCode
  if (told.staffCode !== null && told.staffCode === stored.staffCode) because.push('sameCode')
  if (agree) because.push('sameBirth')
  if (here) because.push('sameCommune')
  if ((here || agree || !dated) && overlap(told, stored)) because.push('samePosition')
  return because
}

/** Whether someone under the same code but another name may still be one person, by the birth date. */
export function renamed(told: RosterPerson, stored: ExistingPerson): boolean {
  return told.birthDate !== null && stored.birthDate !== null && sameBirth(told.birthDate, stored.birthDate)
}
