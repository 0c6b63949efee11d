import type { DiffRow, FieldChange } from './diff-types'
import { staffCodeMaker } from './staff-code'
import type { RosterPerson } from './types'

export type RosterWrites = {
  create: { row: number; person: RosterPerson & { staffCode: string } }[]
  update: { row: number; personId: string; changes: FieldChange[] }[]
}

/**
 * What to write for a diff: the rows `new`, `changed` and `moved`; the others write nothing. Who has no
 * staff code is given one. `takenCodes` are all staff codes in use, or at least those of these communes.
 */
export function rosterWrites(rows: DiffRow[], takenCodes: Iterable<string>): RosterWrites {
  const written = rows.flatMap(({ status, person }) =>
    status !== 'error' && person?.staffCode ? [person.staffCode] : [],
  )
  const make = staffCodeMaker([...takenCodes, ...written])
  const writes: RosterWrites = { create: [], update: [] }
  for (const { row, status, person, personId, changes } of rows) {
    if (status === 'new' && person) {
      writes.create.push({
        row,
        person: { ...person, staffCode: person.staffCode ?? make(person.communeCode) },
      })
    }
    if ((status === 'changed' || status === 'moved') && personId)
      writes.update.push({ row, personId, changes })
  }
  return writes
}

/** A person after the changes of a row. */
export function withChanges<P extends RosterPerson>(person: P, changes: FieldChange[]): P {
  return { ...person, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) }
}
