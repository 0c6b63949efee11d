import { fileMessages } from './messages'
import { parseRoster } from './parse-roster'
import { makePreview, originalsOf, type ForeignCodes, type Preview } from './preview'
import { readTables } from './read-tables.server'
import type { Message } from '~/formats/message'
import type { Decisions } from './diff-types'
import type { ExistingPerson, RosterOptions, RosterReference } from './types'

/** Everything that reading a roster needs, so that it can be done in another thread. */
export type PrepareInput = {
  file: Uint8Array
  fileName: string
  options: RosterOptions
  reference: RosterReference
  existing: ExistingPerson[]
  foreign: ForeignCodes
  decisions: Decisions
}

/** Why a file could not be read as a roster; with its sheets, another can be chosen. */
export type Failure = {
  reasons: { message: Message; mend: Message }[]
  sheets: string[]
  needsCommune: boolean
}

export type Prepared = { preview: Preview; failure?: never } | { failure: Failure; preview?: never }

/** Reads an uploaded roster and compares it with the people stored. */
export async function prepareRoster(
  input: PrepareInput,
  progress: (read: number, total: number) => void,
): Promise<Prepared> {
  const tables = await readTables(input.file, input.fileName)
  if (!tables.ok)
    return { failure: { reasons: [fileMessages(tables.problem)], sheets: [], needsCommune: false } }
  const sheets = tables.sheets
    .filter(({ hidden, rows }) => !hidden && rows.length > 0)
    .map(({ name }) => name)
  const parsed = parseRoster(tables.sheets, input.reference, input.options, progress)
  if (!parsed.ok) {
    const errors = parsed.problems.filter(({ level }) => level === 'error')
    const needsCommune =
      errors.length === 1 && errors[0]!.code === 'missingColumn' && errors[0]!.column === 'commune'
    return {
      failure: { reasons: errors.map(({ message, mend }) => ({ message, mend })), sheets, needsCommune },
    }
  }
  const { layout, rows } = parsed.roster
  const sheet = tables.sheets.find(({ name }) => name === layout.sheet)!
  const read = { ...parsed.roster, sheets, originals: originalsOf(sheet, layout, rows) }
  return { preview: makePreview(read, input.existing, input.foreign, input.decisions) }
}
