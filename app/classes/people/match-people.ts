import { fold } from '~/formats/fold'
import { readBirthDate, sameBirth } from '~/people/roster/birth-date'
import { group } from '~/people/roster/commune-lookup'
import { tidyName } from '~/people/roster/person-name'
import { isHeading } from '~/people/teams/member-line'
import { tidyText } from '../typed'

/** Somebody of the province who can be meant by a line. */
export type Candidate = {
  personId: string
  staffCode: string
  fullName: string
  birthDate: string | null
  communeCode: string | null
  communeName: string | null
}

/** The longest list that is read, and the most lines of it. */
export const mostListText = 60_000
export const mostLines = 1000

/** A line beside those whom it may mean. `chosen` is null as long as nobody has decided, `leaveOut` for nobody of them. */
export type LineMatch = {
  line: number
  text: string
  key: string
  candidates: Candidate[]
  chosen: string | null
  fault: 'missing' | 'unknown' | 'twice' | null
}
export const leaveOut = 'none'

/** The cells of each line that names somebody; headings, numbering and empty lines are passed over. */
export function readLines(text: string): { line: number; text: string; cells: string[] }[] {
  return text.split(/\r\n|\r|\n/).flatMap((raw, i) => {
    const told = raw.normalize('NFC').replace(/[\u200b-\u200d\ufeff]/g, '')
    if (!told.trim() || isHeading(told.replace(/[^\S\t]+/g, ' ').trim())) return []
    const cells = told
      .replace(/^\s*\d{1,4}\s*[.)]\s+/, '')
      .split(/[\t;,|]/)
      .map(tidyText)
      .filter((cell) => cell !== '' && !/^\d{1,3}[.)]?$/.test(cell))
    return cells.length > 0 ? [{ line: i + 1, text: tidyText(told).slice(0, 200), cells }] : []
  })
}

/**
 * Finds the people whom a list names: by staff code wherever one stands, else by full name in any spelling of marks,
 * narrowed by the commune and the birth date on the line. A line with one answer is matched; one with several, or whose
 * code and name disagree, waits for a decision; nobody counts twice.
 *
 * @example matchPeople('01321-0022\nNông Thị Ví; Xã Bảo Lạc', people, {}, '2026-11-21')
 */
export function matchPeople(
  text: string,
  people: readonly Candidate[],
  decisions: Readonly<Record<string, string>>,
  today: string,
): LineMatch[] {
  const byCode = new Map(people.map((person) => [person.staffCode.toUpperCase(), person]))
  const byName = group(people, ({ fullName }) => fold(fullName))
  const communes = new Set(people.map(({ communeName }) => bare(communeName ?? '')))
  const taken = new Set<string>()
  return readLines(text).map(({ line, text: told, cells }): LineMatch => {
    const key = fold(told).slice(0, 120)
    const { candidates, sure } = meant(cells)
    const base = { line, text: told, key, candidates }
    if (candidates.length === 0) return { ...base, chosen: null, fault: 'unknown' }
    const decided = Object.hasOwn(decisions, key) ? decisions[key] : undefined
    if (decided === leaveOut) return { ...base, chosen: leaveOut, fault: null }
    const chosen =
      candidates.find(({ personId }) => personId === decided)?.personId ??
      (sure && candidates.length === 1 ? candidates[0]!.personId : null)
    if (chosen === null) return { ...base, chosen, fault: 'missing' }
    if (taken.has(chosen)) return { ...base, chosen, fault: 'twice' }
    taken.add(chosen)
    return { ...base, chosen, fault: null }
  })

  function meant(cells: string[]): { candidates: Candidate[]; sure: boolean } {
    const coded = cells.flatMap((cell) => byCode.get(cell.toUpperCase()) ?? [])[0]
    const words = cells.filter((cell) => /\p{L}/u.test(cell) && !byCode.has(cell.toUpperCase()))
    const named = words.flatMap((cell) => byName.get(fold(tidyName(cell))) ?? [])
    const hasName = words.some((cell) => !communes.has(bare(cell)))
    if (coded) return { candidates: [coded], sure: !hasName || named.length === 0 || named.includes(coded) }
    const where = words.map(bare).find((cell) => communes.has(cell))
    const born = cells.flatMap((cell) => {
      const read = /\d{4}/.test(cell) ? readBirthDate(cell, today) : null
      return read?.ok ? [read.date] : []
    })[0]
    const fitting = named.filter(
      ({ communeName, birthDate }) =>
        (where === undefined || bare(communeName ?? '') === where) &&
        (born === undefined || birthDate === null || sameBirth(birthDate, born)),
    )
    // A wrong commune or date is for a person to judge: the namesakes are shown, none is taken.
    return fitting.length > 0 ? { candidates: fitting, sure: true } : { candidates: named, sure: false }
  }
}

const bare = (name: string) => fold(name).replace(/^(?:ubnd )?(?:xa|phuong|dac khu|x\.|p\.)\s*/, '')
