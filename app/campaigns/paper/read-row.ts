import { unknownValue, type Entries } from '~/assessment/answer-entry'
import { cellAddress, columnLetters, type CellValue, type SheetTable } from '~/formats/table'
import { partsOf } from './answer-shape'
import {
  codeKey,
  type PaperContext,
  type PaperProblem,
  type PaperRow,
  type ProblemCode,
  type Respondent,
  type ShapedForm,
} from './batch'
import { parallelOf } from './form-code'
import { cellText, readCells, short } from './read-cells'
import { readDay } from './read-day'
import type { SheetLayout } from './sheet-layout'

export type RowReading =
  { is: 'empty' } | { is: 'whole'; paper: PaperRow } | { is: 'wrong'; problems: PaperProblem[] }

type Values = Record<string, string | number>

/** Reads one row of a sheet of answers. A row in which nobody has typed anything is empty. */
export function readRow(
  sheet: SheetTable,
  row: number,
  layout: SheetLayout,
  context: PaperContext,
): RowReading {
  const at = (column: number | null | undefined): CellValue =>
    column ? (sheet.rows[row - 1]?.[column - 1] ?? null) : null
  const problem = (code: ProblemCode, column: number | null, values: Values = {}): PaperProblem => ({
    sheet: sheet.name,
    row,
    column: column ? columnLetters(column) : null,
    heading: column ? layout.headingOf(column) : null,
    code,
    values,
  })
  const typed = [...[...layout.questions.values()].flat(), layout.formColumn, layout.dateColumn].filter(
    (column): column is number => Boolean(column),
  )
  const failed = typed.filter((column) => sheet.failed.has(cellAddress(row, column)))
  if (failed.length === 0 && typed.every((column) => cellText(at(column)) === '')) return { is: 'empty' }

  const code = cellText(at(layout.codeColumn))
  if (code === '') return { is: 'wrong', problems: [problem('noCode', layout.codeColumn)] }
  const found = findRespondent(layout.kind, code, context)
  if (typeof found === 'string')
    return { is: 'wrong', problems: [problem(found, layout.codeColumn, { value: short(code) })] }
  if (found.state !== 'none') {
    const state = found.state === 'begun' ? 'begun' : 'already'
    return { is: 'wrong', problems: [problem(state, layout.codeColumn, { value: short(code) })] }
  }
  const problems = failed.map((column) => problem('cellError', column))
  const letter = layout.kind === 'commune' ? 'A' : cellText(at(layout.formColumn)).toUpperCase()
  const form = findForm(layout, letter, found, context)
  if (typeof form === 'string') problems.push(problem(form, layout.formColumn, { value: short(letter) }))
  const day = judgeDay(at(layout.dateColumn), context)
  if (!day.ok) problems.push(problem(day.code, layout.dateColumn, day.values))
  if (typeof form === 'string' || !day.ok) return { is: 'wrong', problems }

  const answers: Record<string, Entries> = {}
  for (const [number, columns] of layout.questions) {
    const shape = form.questions[number - 1]
    const own = shape ? partsOf(shape) : 0
    const beyond = columns.find((column, part) => part >= own && cellText(at(column)) !== '')
    if (beyond) problems.push(problem('notInForm', beyond, { value: short(cellText(at(beyond))), letter }))
    if (!shape) continue
    const cells = Array.from({ length: own }, (_, part) => at(columns[part]))
    if (columns.some((column) => failed.includes(column))) continue
    const read = readCells(shape, cells)
    if (read.kind === 'fault') problems.push(problem(read.code, columns[read.part] ?? null, read.values))
    if (read.kind === 'answer') answers[shape.step] = read.entries
  }
  const answered = Object.keys(answers).length
  if (answered === 0 && problems.length === 0) problems.push(problem('nothingFilled', null))
  if (problems.length > 0) return { is: 'wrong', problems }
  return {
    is: 'whole',
    paper: {
      sheet: sheet.name,
      row,
      kind: layout.kind,
      respondent: found.id,
      code,
      letter,
      hash: form.hash,
      day: day.day,
      answers,
      answered,
      asked: form.questions.length,
    },
  }
}

/** How many answers of a paper are "I do not know". */
export function unknowns(answers: PaperRow['answers']): number {
  return Object.values(answers).filter(({ v }) => v?.[0] === unknownValue).length
}

function findRespondent(
  kind: SheetLayout['kind'],
  code: string,
  context: PaperContext,
): Respondent | 'unknownCode' | 'notAsked' {
  const key = codeKey(code)
  const known = kind === 'commune' ? context.communes : context.people
  if (Object.hasOwn(known, key)) return known[key]!
  // A spreadsheet takes the zeros off a code of figures.
  if (/^\d+$/.test(key)) {
    const alike = Object.keys(known).filter((each) => /^0+\d+$/.test(each) && each.replace(/^0+/, '') === key)
    if (alike.length === 1) return known[alike[0]!]!
  }
  return kind === 'person' && context.notAsked.includes(key) ? 'notAsked' : 'unknownCode'
}

function findForm(
  { hashes }: SheetLayout,
  letter: string,
  { profile }: Respondent,
  { profiles, commune }: PaperContext,
): ShapedForm | 'noForm' | 'badForm' | 'otherProfile' {
  if (letter === '') return 'noForm'
  const parallel = parallelOf(letter)
  if (parallel === null) return 'badForm'
  const form = profile === null ? commune : profiles[profile]?.[parallel]
  return form && hashes.get(letter) === form.hash ? form : 'otherProfile'
}

type Judged = { ok: true; day: string } | { ok: false; code: ProblemCode; values: Values }

function judgeDay(cell: CellValue, { opensOn, today }: PaperContext): Judged {
  const value = short(cellText(cell))
  if (value === '') return { ok: false, code: 'noDate', values: {} }
  const read = readDay(cell)
  if (!read.ok) return { ok: false, code: read.why, values: { value } }
  const { day } = read
  if (day > today) return { ok: false, code: 'dateFuture', values: { value, today } }
  if (day < opensOn) return { ok: false, code: 'dateEarly', values: { value, opensOn } }
  return { ok: true, day }
}
