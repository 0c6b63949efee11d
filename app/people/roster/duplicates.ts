import { fold } from '~/formats/fold'
import { sameBirth } from './birth-date'
import { group } from './commune-lookup'
import { rosterError, rosterWarning } from './messages'
import type { ParsedRow, Problem, RosterPerson } from './types'

type GoodRow = ParsedRow & { person: RosterPerson }

/**
 * Marks rows of one file that cannot be told apart: the same staff code, or the same name in the same
 * commune with no birth date or staff code to part them. The later row bears the error and names the
 * earlier one. The same name and birth date in two communes is only pointed out.
 */
export function withDuplicates(rows: ParsedRow[]): ParsedRow[] {
  const good = rows.filter((row): row is GoodRow => row.person !== null)
  const found = new Map<number, Problem[]>()
  const note = (row: GoodRow, problem: Problem) =>
    found.set(row.row, [...(found.get(row.row) ?? []), problem])

  const refused = (row: GoodRow) => found.get(row.row)?.some((problem) => problem.level === 'error') ?? false

  const coded = good.filter((row) => row.person.staffCode !== null)
  for (const same of group(coded, (row) => row.person.staffCode!).values()) {
    const [first, ...later] = same
    for (const row of later) {
      note(
        row,
        rosterError('duplicateCode', {
          column: 'staffCode',
          value: row.person.staffCode!,
          values: { row: row.row, first: first!.row },
        }),
      )
    }
  }
  for (const namesakes of group(good, (row) => fold(row.person.fullName)).values()) {
    namesakes.forEach((row, i) => {
      if (refused(row)) return
      const earlier = namesakes.slice(0, i).filter((other) => !refused(other))
      const details = (first: GoodRow) => ({
        column: 'fullName' as const,
        value: row.person.fullName,
        values: { row: row.row, first: first.row },
      })
      const twin = earlier.find((other) => indistinguishable(other.person, row.person))
      if (twin) return void note(row, rosterError('duplicatePerson', details(twin)))
      const elsewhere = earlier.find((other) => bornTogether(other.person, row.person))
      if (elsewhere) note(row, rosterWarning('samePersonElsewhere', details(elsewhere)))
    })
  }
  if (found.size === 0) return rows
  return rows.map((row) => {
    const problems = [...row.problems, ...(found.get(row.row) ?? [])]
    return {
      ...row,
      person: problems.some((problem) => problem.level === 'error') ? null : row.person,
      problems,
    }
  })
}

function parted(a: RosterPerson, b: RosterPerson): boolean {
  return a.staffCode !== null && b.staffCode !== null && a.staffCode !== b.staffCode
}

function indistinguishable(a: RosterPerson, b: RosterPerson): boolean {
  if (a.communeCode !== b.communeCode || parted(a, b)) return false
  return a.birthDate === null || b.birthDate === null || sameBirth(a.birthDate, b.birthDate)
}

function bornTogether(a: RosterPerson, b: RosterPerson): boolean {
  return !parted(a, b) && a.birthDate !== null && a.birthDate.length > 4 && a.birthDate === b.birthDate
}
