import { fold } from '~/formats/fold'
import type { SheetTable } from '~/formats/table'
import type { PaperContext } from './batch'
import { communeForm, parseFormCode } from './form-code'
import { cellText } from './read-cells'

/** Where things stand in a sheet of answers; rows and columns count from 1. */
export type SheetLayout = {
  kind: 'person' | 'commune'
  headRow: number
  codeColumn: number
  formColumn: number | null
  dateColumn: number
  /** The cells of each question, by its number from 1, part after part. */
  questions: Map<number, number[]>
  /** What the form rows say: the hash of each form by its letter. */
  hashes: Map<string, string>
  /** Rows that are not of a person: the heading and what explains it. */
  ownRows: Set<number>
  headingOf: (column: number) => string
}

/** Sheets of a workbook that are none of ours, such as the explanation, are `foreign`; ours without its head is `noHead`. */
export type LayoutReading = { is: 'answers'; layout: SheetLayout } | { is: 'foreign' } | { is: 'noHead' }

/** Finds the head of a sheet by what stands in it, so that moved or hidden columns do not matter. */
export function readLayout(sheet: SheetTable, headings: PaperContext['headings']): LayoutReading {
  const hashes = new Map<string, string>()
  const ownRows = new Set<number>()
  let kind: SheetLayout['kind'] = 'person'
  for (const [i, cells] of sheet.rows.entries()) {
    const code = cells.map((cell) => parseFormCode(cellText(cell))).find((each) => each !== null)
    if (!code) continue
    hashes.set(code.letter, code.hash)
    ownRows.add(i + 1)
    if (code.position === communeForm) kind = 'commune'
  }
  const headAt = sheet.rows.findIndex((cells) => {
    const texts = cells.map(cellText)
    return texts.includes('1') || texts.includes('1.1') ? texts.some(is(headings.code)) : false
  })
  if (hashes.size === 0 && headAt < 0) return { is: 'foreign' }
  const head = (sheet.rows[headAt] ?? []).map(cellText)
  const columnOf = (names: string[]) => head.findIndex(is(names)) + 1
  const dateColumn = columnOf(headings.date)
  const formColumn = columnOf(headings.form)
  if (hashes.size === 0 || headAt < 0 || !dateColumn || (kind === 'person' && !formColumn))
    return { is: 'noHead' }
  for (let row = 1; row <= headAt + 1; row += 1) ownRows.add(row)
  return {
    is: 'answers',
    layout: {
      kind,
      headRow: headAt + 1,
      codeColumn: columnOf(headings.code),
      formColumn: formColumn || null,
      dateColumn,
      questions: questionColumns(head),
      hashes,
      ownRows,
      headingOf: (column) => head[column - 1] ?? '',
    },
  }
}

const is = (names: string[]) => (text: string) => names.includes(fold(text))

function questionColumns(head: string[]): Map<number, number[]> {
  const questions = new Map<number, number[]>()
  for (const [i, text] of head.entries()) {
    const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text)
    if (!parts) continue
    const columns = questions.get(Number(parts[1])) ?? []
    columns[Number(parts[2] ?? 1) - 1] = i + 1
    questions.set(Number(parts[1]), columns)
  }
  return questions
}
