import type { PersonField, Problem, RosterPerson } from './types'

export type RowStatus = 'new' | 'changed' | 'moved' | 'unchanged' | 'error' | 'decide'

export type FieldChange = {
  field: PersonField
  from: RosterPerson[PersonField]
  to: RosterPerson[PersonField]
}

/** Why a stored person may be the one of a row. */
export type Candidate = {
  personId: string
  staffCode: string | null
  fullName: string
  communeCode: string
  positionCodes: string[]
  because: ('sameCode' | 'sameBirth' | 'sameCommune' | 'samePosition')[]
}

export type DiffRow = {
  row: number
  status: RowStatus
  /** What the file says; null for a row with an error. */
  person: RosterPerson | null
  /** The stored person this row is about, for `changed`, `moved` and `unchanged`. */
  personId: string | null
  changes: FieldChange[]
  /** Between whom to decide, for `decide`. */
  candidates: Candidate[]
  problems: Problem[]
}

/** What the planner decided, by row number of the file. */
export type Decisions = Record<number, { same: string } | 'different'>

export type RosterDiff = { rows: DiffRow[]; totals: Record<RowStatus, number> }
