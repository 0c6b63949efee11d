import type { Message } from '~/formats/message'

export type PersonKind = 'civil_servant' | 'party_front_other' | 'community_team' | 'support_staff'
export type Sex = 'female' | 'male'

/** What a roster says of a person. A null is a thing left unsaid, not a thing to erase. */
export type RosterPerson = {
  staffCode: string | null
  fullName: string
  /** YYYY-MM-DD, or YYYY where only the year is known. */
  birthDate: string | null
  sex: Sex | null
  communeCode: string
  /** In the order of the file: the first is the main position. */
  positionCodes: string[]
  kind: PersonKind | null
  email: string | null
}

/** A person of the province as stored; `positionCodes` in the order of their rank. */
export type ExistingPerson = RosterPerson & { id: string }

export type PersonField = keyof RosterPerson

/** The columns a roster can have. A sex may be ticked in two columns, a birth date written in one of two. */
export type RosterColumn =
  | 'staffCode'
  | 'fullName'
  | 'birthDate'
  | 'sex'
  | 'commune'
  | 'positions'
  | 'kind'
  | 'email'
  | 'familyName'
  | 'givenName'
  | 'sexMale'
  | 'sexFemale'
  | 'birthMale'
  | 'birthFemale'
  | 'citizenId'

/** Where the table stands in its sheet; numbers as in the file, from 1. */
export type RosterLayout = {
  sheet: string
  headerRow: number
  firstRow: number
  columns: Partial<Record<RosterColumn, number>>
  /** The headings as written, by column number, for showing what was understood. */
  headings: Record<number, string>
}

export type Problem = {
  level: 'error' | 'warning'
  code: string
  column: RosterColumn | null
  /** As a spreadsheet shows it, `C118`; null where the whole file or row is meant. */
  address: string | null
  /** What stands in the cell. */
  value: string
  message: Message
  mend: Message
  /** What the planner can accept with one click, see `RosterOptions.accepted`. */
  suggestion: { code: string; label: string } | null
}

/** A row of the file. `person` is null exactly when one of its problems is an error. */
export type ParsedRow = { row: number; person: RosterPerson | null; problems: Problem[] }

export type ParsedRoster = {
  layout: RosterLayout
  rows: ParsedRow[]
  /** What concerns columns or the whole file. */
  problems: Problem[]
  /** Cells written in TCVN3 or VNI: converted if that was asked for, else each an error. */
  legacyCells: number
}

export type CommuneRef = { code: string; name: string }
/** A commune of before, or an old code, with the communes of today that took its area over. */
export type FormerCommuneRef = { name: string; successors: string[] }
export type PositionRef = { code: string; name: string; aliases: string[] }

/** What the words in a roster are looked up in: the communes of one province in force today, all positions. */
export type RosterReference = {
  communes: CommuneRef[]
  formerCommunes: FormerCommuneRef[]
  positions: PositionRef[]
}

export type RosterOptions = {
  /** ISO date of today, for judging birth dates. */
  today: string
  /** Convert TCVN3 and VNI to Unicode instead of refusing them. */
  convertLegacy: boolean
  /** The sheet to read, when it is not for us to choose. */
  sheet?: string
  /** For a roster of one commune that has no column for it. */
  communeCode?: string
  /** Suggestions the planner accepted: the folded text of a cell → code. */
  accepted?: { commune?: Record<string, string>; positions?: Record<string, string> }
}
