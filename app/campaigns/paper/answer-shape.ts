import { columnLetters } from '~/formats/table'

/** What a person writes on paper for an option, and the option's own name. */
export type Mark = { mark: string; value: string }

/** How a question is answered on paper, without its words. Names of rows and values are those of the item itself. */
export type AnswerShape = { step: string; canBeUnknown: boolean } & (
  | { kind: 'choice'; multiple: boolean; marks: Mark[]; alone: string[] }
  | { kind: 'matching'; rows: string[]; marks: Mark[] }
  | { kind: 'ordering'; rows: string[] }
  | { kind: 'number'; whole: { min: number; max: number } | null; unit: string }
  | { kind: 'text'; maxLength: number }
  | { kind: 'gaps'; gaps: GapShape[] }
  | { kind: 'square' }
)

/** A gap without marks is written in words. */
export type GapShape = { name: string; marks: Mark[] | null; maxLength: number }

/** The letter of the option at a place from 0. @example letterOf(2) // 'c' */
export function letterOf(place: number): string {
  return columnLetters(place + 1).toLowerCase()
}

/** How many cells an answer takes: one for each left part of a matching, each step of an ordering, each gap. */
export function partsOf(shape: AnswerShape): number {
  if (shape.kind === 'gaps') return shape.gaps.length
  return shape.kind === 'matching' || shape.kind === 'ordering' ? shape.rows.length : 1
}

/** The heading of a cell's column: `12` where the question has one cell in every form, else `12.1`, `12.2`. */
export function columnName(number: number, part: number, parts: number): string {
  return parts === 1 ? String(number) : `${number}.${part + 1}`
}

/** How many cells each question needs, so that all the parallel forms find room in the same columns. */
export function widestParts(forms: readonly (readonly AnswerShape[])[]): number[] {
  const most = Math.max(0, ...forms.map(({ length }) => length))
  return Array.from({ length: most }, (_, i) =>
    Math.max(1, ...forms.map((form) => (form[i] ? partsOf(form[i]) : 1))),
  )
}
