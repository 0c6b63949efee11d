import type { SheetTable } from '~/formats/administrative/sheet'
import type { ChartName } from '~/gaps/charts/chart-names'

/** Fields of the head and the foot; `about` is the trích yếu, `to` whom it is addressed to. */
export const headFields = ['superior', 'issuer', 'number', 'place', 'date', 'about', 'to', 'basis'] as const
export const footFields = ['recipients', 'authority', 'signerTitle', 'signerName'] as const
export type HeadField = (typeof headFields)[number] | (typeof footFields)[number]

/** A part of the body: words that can be edited under a key of their own, or what always follows the data. */
export type DraftPart =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'words'; key: string; text: string }
  | { kind: 'table'; table: SheetTable }
  | { kind: 'chart'; chart: ChartName; title: string }

export type DraftAnnex = { title: string; landscape: boolean; parts: DraftPart[] }

/** A document as the data and the letterhead suggest it, before anybody has written into it. */
export type Draft = {
  /** The kind in words, such as a report; '' for a letter, which says what it is about under its number. */
  typeName: string
  fields: Partial<Record<HeadField, string>>
  parts: DraftPart[]
  annexes: DraftAnnex[]
  sample: boolean
}
