import { diffRoster } from './diff'
import type { Decisions, DiffRow, RowStatus } from './diff-types'
import { rosterError } from './messages'
import type { ExistingPerson, ParsedRoster, ParsedRow, Problem } from './types'

/** What is kept of a file between its reading and its confirmation. */
export type Preview = Omit<ParsedRoster, 'rows'> & {
  /** The visible sheets of the file, to choose another. */
  sheets: string[]
  rows: ParsedRow[]
  outcomes: Outcome[]
  totals: Record<RowStatus, number>
}

/** What the comparison added to a parsed row, which is not kept twice. */
type Outcome = Pick<DiffRow, 'status' | 'personId' | 'changes' | 'candidates'> & { added: Problem[] }

/** Staff codes are unique in the country: those used in other provinces, with the province's name. */
export type ForeignCodes = Record<string, string>

/** Compares a roster that was read with the people stored now. */
export function makePreview(
  roster: ParsedRoster & { sheets: string[] },
  existing: ExistingPerson[],
  foreign: ForeignCodes,
  decisions: Decisions,
): Preview {
  const { rows, totals } = diffRoster(
    roster.rows.map((row) => withoutForeignCode(row, foreign)),
    existing,
    decisions,
  )
  const outcomes = rows.map(({ status, personId, changes, candidates, problems }, i): Outcome => {
    const own = roster.rows[i]!.problems.length
    return { status, personId, changes, candidates, added: problems.slice(own) }
  })
  const { layout, problems, legacyCells, sheets } = roster
  return { layout, problems, legacyCells, sheets, rows: roster.rows, outcomes, totals }
}

function withoutForeignCode(row: ParsedRow, foreign: ForeignCodes): ParsedRow {
  const code = row.person?.staffCode
  const province = code ? foreign[code] : undefined
  if (!code || !province) return row
  const problem = rosterError('codeTaken', { column: 'staffCode', value: code, values: { name: province } })
  return { ...row, person: null, problems: [...row.problems, problem] }
}

/** The compared rows of a preview, whole again. */
export function previewRows({ rows, outcomes }: Pick<Preview, 'rows' | 'outcomes'>): DiffRow[] {
  return rows.map((row, i): DiffRow => {
    const { added, ...outcome } = outcomes[i]!
    return {
      ...row,
      ...outcome,
      person: outcome.status === 'error' ? null : row.person,
      problems: [...row.problems, ...added],
    }
  })
}

/** The rows that can be imported as they stand: those without error or open question. */
export function importable(totals: Record<RowStatus, number>): number {
  return totals.new + totals.changed + totals.moved + totals.unchanged
}

/** Everything that a confirmation would do, as one text: two previews with the same text do the same. */
export function effectOf({ rows, outcomes }: Pick<Preview, 'rows' | 'outcomes'>): string {
  return JSON.stringify(
    outcomes.map(({ status, personId, changes }, i) => [
      status,
      personId,
      changes,
      status === 'new' ? rows[i]!.person : null,
    ]),
  )
}
