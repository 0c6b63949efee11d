import type { Entries } from '~/assessment/answer-entry'
import type { AnswerShape } from './answer-shape'
import type { CellFault } from './read-cells'

/** Why a row or a sheet cannot be taken in. Texts: `problem.<code>` and `mend.<code>`. */
export const rowFaults = [
  'sheetNoHead',
  'sheetOther',
  'noCode',
  'unknownCode',
  'notAsked',
  'already',
  'begun',
  'noForm',
  'badForm',
  'otherProfile',
  'noDate',
  'badDate',
  'dateOrder',
  'dateFuture',
  'dateEarly',
  'twice',
  'nothingFilled',
  'notInForm',
  'cellError',
] as const
export type ProblemCode = (typeof rowFaults)[number] | CellFault

/** Something wrong in an uploaded sheet; `row` and `column` are those of the file, null where more is meant. */
export type PaperProblem = {
  sheet: string
  row: number | null
  column: string | null
  /** The heading of the column, such as the number of the question. */
  heading: string | null
  code: ProblemCode
  values: Record<string, string | number>
}

/** One paper as it was read: who, which form, which day, and the answers by step. */
export type PaperRow = {
  sheet: string
  row: number
  kind: 'person' | 'commune'
  /** The invitee, or the commune of a commune's own form. */
  respondent: string
  code: string
  letter: string
  hash: string
  day: string
  answers: Record<string, Entries>
  answered: number
  asked: number
}

/** Rows that were filled, by what became of them. */
export type BatchCounts = { filled: number; whole: number; wrong: number; already: number }

/** Kept after confirmation: what was taken in, and who had answered on the web in between. */
export type BatchSummary = BatchCounts & { taken?: number; meanwhile?: number }

export type Respondent = {
  id: string
  /** Which of the profiles of the campaign, by its place; null for a commune. */
  profile: number | null
  state: 'none' | 'begun' | 'submitted'
}

export type ShapedForm = { hash: string; questions: AnswerShape[] }

/** All that reading a workbook needs to know of its campaign, in plain data for another thread. */
export type PaperContext = {
  opensOn: string
  today: string
  /** The parallel forms of each profile, A first. */
  profiles: ShapedForm[][]
  commune: ShapedForm | null
  /** By staff code as `codeKey` makes it. */
  people: Record<string, Respondent>
  communes: Record<string, Respondent>
  /** Staff codes of the province whose owners are not asked. */
  notAsked: string[]
  /** Headings in every language, as `fold` makes them. */
  headings: Record<'code' | 'form' | 'date', string[]>
}

/** A code as it is compared: no marks, no spaces, no case. */
export function codeKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
}
