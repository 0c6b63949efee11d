/** A row of a table: its cells, or words across the whole width that open a group or close it. */
export type SheetRow = { cells: string[] } | { group: string } | { remark: string } | { total: string[] }

/** `width`: the share of the table that a column takes, against the others. */
export type SheetColumn = { label: string; width: number; align?: 'end' | 'center' }

export type SheetTable = {
  caption: string
  columns: SheetColumn[]
  rows: SheetRow[]
  /** What the signs in it mean, below it. */
  notes: string[]
  /** Smaller letters, for many columns. */
  dense?: boolean
}

/** A drawing; `description` says in words what it shows. */
export type SheetPicture = { svg: string; width: number; height: number; title: string; description: string }

export type SheetBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'line'; text: string; basis?: boolean }
  | { kind: 'table'; table: SheetTable }
  | { kind: 'picture'; picture: SheetPicture }

/** An appendix begins on a page of its own, on its side where it is wide. */
export type SheetAnnex = {
  label: string
  title: string
  under: string
  landscape: boolean
  blocks: SheetBlock[]
}

/**
 * An administrative document in the parts of its prescribed format, every text as it is printed. Parts that are '' or null are
 * not there; `subject` is the line under the number of a letter, which has neither `typeName` nor `about`.
 */
export type Sheet = {
  language: 'vi' | 'en'
  title: string
  /** What has to stand on every page, such as that the data are samples. */
  marks: string[]
  nation: string
  motto: string
  superior: string
  issuer: string
  number: string
  subject: string
  placeDate: string
  typeName: string
  about: string
  to: { label: string; names: string[] } | null
  body: SheetBlock[]
  recipients: { label: string; lines: string[] }
  signature: { authority: string[]; title: string; name: string }
  annexes: SheetAnnex[]
}

/** The margins of the format in millimetres, within what Decree 30/2020 allows. */
export const margins = { top: 20, bottom: 20, left: 30, right: 15 }

/** The width of the text of an upright page, in millimetres. */
export const textWidth = 210 - margins.left - margins.right
