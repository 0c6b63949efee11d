import { diffRoster } from './diff'
import type { Decisions, DiffRow, RowStatus } from './diff-types'
import { rosterError } from './messages'
import type { ExistingPerson, ParsedRoster, ParsedRow, Problem, RosterLayout } from './types'
import type { CellValue, SheetTable } from '~/formats/table'

/** What is kept of a file between its reading and its confirmation. */
export type Preview = Omit<ParsedRoster, 'rows'> & {
  /** The visible sheets of the file, to choose another. */
  sheets: string[]
  rows: ParsedRow[]
  /** What stood in the columns that were read, for rows with errors: to be given back with the reasons. */
  originals: Originals
  outcomes: Outcome[]
  totals: Record<RowStatus, number>
}

/** Row number → what stood in it; columns in the order of `originalColumns`. */
export type Originals = Record<number, (string | number | null)[]>

/** The columns of a file that were read, as they stand in it; a citizen's number is never among them. */
export function originalColumns({ columns }: RosterLayout): number[] {
  return Object.entries(columns)
    .flatMap(([column, at]) => (column === 'citizenId' ? [] : [at]))
    .sort((a, b) => a - b)
}

export function originalsOf(sheet: SheetTable, layout: RosterLayout, rows: ParsedRow[]): Originals {
  const columns = originalColumns(layout)
  const failed = rows.filter(({ person }) => person === null)
  return Object.fromEntries(
    failed.map(({ row }) => [row, columns.map((at) => asTyped(sheet.rows[row - 1]?.[at - 1] ?? null))]),
  )
}

function asTyped(value: CellValue): string | number | null {
  if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').reverse().join('/')
  return typeof value === 'boolean' ? (value ? 'x' : null) : value
}

/** What the comparison added to a parsed row, which is not kept twice. */
type Outcome = Pick<DiffRow, 'status' | 'personId' | 'changes' | 'candidates'> & { added: Problem[] }

/** Staff codes are unique in the country: those used in other provinces, with the province's name. */
export type ForeignCodes = Record<string, string>

/** Compares a roster that was read with the people stored now. */
export function makePreview(
  roster: ParsedRoster & Pick<Preview, 'sheets' | 'originals'>,
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
  const { layout, problems, legacyCells, sheets, originals } = roster
  return { layout, problems, legacyCells, sheets, rows: roster.rows, originals, outcomes, totals }
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
