import { fold } from '~/formats/fold'
import { fieldChanges } from './diff-fields'
import type { Candidate, Decisions, DiffRow, RosterDiff, RowStatus } from './diff-types'
import { rosterError } from './messages'
import { candidateOf, indexPersons, nameHere, perhapsSame, renamed, surelySame } from './same-person'
import type { ExistingPerson, ParsedRow, RosterPerson } from './types'

/**
 * Compares a roster with the persons stored for the province, row by row.
 *
 * The same staff code and name decide first; then the same name, commune and birth date; then the same staff
 * code and birth date, for someone renamed. What only may be one person is `decide`, with the candidates, until `decisions` says `{ same: personId }` or `'different'`. No stored
 * person is matched by two rows. A file imported and sent again is all `unchanged`.
 *
 * @example
 * const diff = diffRoster(roster.rows, existing, { 77: { same: 'p-12' }, 80: 'different' })
 * diff.totals.moved // 12
 */
export function diffRoster(
  rows: ParsedRow[],
  existing: ExistingPerson[],
  decisions: Decisions = {},
): RosterDiff {
  const index = indexPersons(existing)
  const byId = new Map(existing.map((person) => [person.id, person]))
  const taken = new Set<string>()
  const results = new Map<number, DiffRow>()
  const settle = (result: DiffRow) => results.set(result.row, result)
  const match = (row: ParsedRow, stored: ExistingPerson) => {
    taken.add(stored.id)
    settle(matched(row, stored))
  }

  const waiting: GoodRow[] = []
  const holders = new Map<number, ExistingPerson>()
  for (const row of rows) {
    if (!isGood(row)) settle(plain(row, 'error'))
    else {
      const stored = row.person.staffCode === null ? undefined : index.byCode.get(row.person.staffCode)
      const sameName = stored && fold(stored.fullName) === fold(row.person.fullName)
      if (stored && !sameName) holders.set(row.row, stored)
      if (stored && sameName) match(row, stored)
      else waiting.push(row)
    }
  }

  const free = (found: ExistingPerson[] = []) => found.filter(({ id }) => !taken.has(id))
  const sure = waiting.map(({ row, person }) => {
    const here = nameHere(fold(person.fullName), person.communeCode)
    return holders.has(row) ? [] : surelySame(person, free(index.byNameHere.get(here)))
  })
  const claims = new Map<string, number>()
  for (const [only, ...more] of sure)
    if (only && more.length === 0) claims.set(only.id, (claims.get(only.id) ?? 0) + 1)
  const unsure = waiting.filter((row, i) => {
    const [only, ...more] = sure[i]!
    if (!only || more.length > 0 || claims.get(only.id)! > 1) return true
    match(row, only)
    return false
  })

  const undecided = unsure.filter((row) => {
    const holder = holders.get(row.row)
    if (holder && renamed(row.person, holder) && !taken.has(holder.id)) {
      match(row, holder)
      return false
    }
    const decision = decisions[row.row]
    const stored = typeof decision === 'object' ? byId.get(decision.same) : undefined
    if (!stored || (holder ?? stored) !== stored || taken.has(stored.id)) return true
    match(row, stored)
    return false
  })
  for (const row of undecided) {
    const perhaps = perhapsSame(row.person, free(index.byName.get(fold(row.person.fullName))))
    settle(undecidedRow(row, decisions[row.row], holders.get(row.row), perhaps))
  }

  const ordered = rows.map((row) => results.get(row.row)!)
  return { rows: ordered, totals: count(ordered) }
}

type GoodRow = ParsedRow & { person: RosterPerson }

function isGood(row: ParsedRow): row is GoodRow {
  return row.person !== null
}

function plain(row: ParsedRow, status: RowStatus, candidates: Candidate[] = []): DiffRow {
  return {
    row: row.row,
    status,
    person: row.person,
    personId: null,
    changes: [],
    candidates,
    problems: row.problems,
  }
}

function matched(row: ParsedRow, stored: ExistingPerson): DiffRow {
  const changes = fieldChanges(stored, row.person!)
  const moved = changes.some(({ field }) => field === 'communeCode')
  const status = moved ? 'moved' : changes.length > 0 ? 'changed' : 'unchanged'
  return { ...plain(row, status), personId: stored.id, changes }
}

/** A row that nothing settles: new, to be decided, or told apart from the one who has its staff code. */
function undecidedRow(
  row: GoodRow,
  decision: Decisions[number] | undefined,
  holder: ExistingPerson | undefined,
  perhaps: Candidate[],
): DiffRow {
  const { staffCode } = row.person
  const candidates = holder
    ? [candidateOf(row.person, holder), ...perhaps.filter(({ personId }) => personId !== holder.id)]
    : perhaps
  if (decision === 'different') {
    if (!holder) return plain(row, 'new')
    const taken = rosterError('codeTaken', {
      column: 'staffCode',
      value: staffCode!,
      values: { name: holder.fullName },
    })
    return { ...plain(row, 'error'), person: null, problems: [...row.problems, taken] }
  }
  if (decision === undefined) return plain(row, candidates.length > 0 ? 'decide' : 'new', candidates)
  const taken = rosterError('decisionTaken', { value: row.person.fullName, values: { row: row.row } })
  return { ...plain(row, 'decide', candidates), problems: [...row.problems, taken] }
}

function count(rows: DiffRow[]): Record<RowStatus, number> {
  const totals: Record<RowStatus, number> = {
    new: 0,
    changed: 0,
    moved: 0,
    unchanged: 0,
    error: 0,
    decide: 0,
  }
  for (const { status } of rows) totals[status] += 1
  return totals
}
