import { parseNumber, unknownValue, type Entries } from '~/assessment/answer-entry'
import { fold } from '~/formats/fold'
import type { CellValue } from '~/formats/table'
import { formatDate } from '~/platform/i18n/format'
import { columnLetters, pointOfSquare, rowNumbers } from '~/assessment/picture-areas'
import type { AnswerShape, GapShape, Mark } from './answer-shape'

/** Why what was typed is no answer. Texts: `problem.<code>` and `mend.<code>`. */
export const cellFaults = [
  'notOffered',
  'oneOnly',
  'aloneAndMore',
  'noUnknownHere',
  'unknownAndMore',
  'notNumber',
  'percent',
  'outOfRange',
  'incomplete',
  'notRank',
  'sameRank',
  'tooLong',
] as const
export type CellFault = (typeof cellFaults)[number]

/** What the cells of one question say; `part` is the cell that is wrong. */
export type CellReading =
  | { kind: 'empty' }
  | { kind: 'answer'; entries: Entries }
  | { kind: 'fault'; code: CellFault; part: number; values: Record<string, string | number> }

const empty: CellReading = { kind: 'empty' }
const answer = (entries: Entries): CellReading => ({ kind: 'answer', entries })
const fault = (code: CellFault, part: number, values: Record<string, string | number>): CellReading => ({
  kind: 'fault',
  code,
  part,
  values,
})

/**
 * Reads the answer to a question from its cells, as hands type them: capitals, spaces, full-width signs, `a, c`, `1,5`.
 *
 * @example readCells(multiple, ['A, C']) // { kind: 'answer', entries: { v: ['fast', 'cheap'] } }
 */
export function readCells(shape: AnswerShape, cells: readonly CellValue[]): CellReading {
  const texts = cells.map(cellText)
  const filled = texts.flatMap((text, part) => (text === '' ? [] : [part]))
  const first = filled[0]
  if (first === undefined) return empty
  if (shape.kind === 'text' && !(shape.canBeUnknown && /^\?+$/.test(texts[0]!)))
    return readText(shape.maxLength, cells[0]!)
  const unknown = texts.findIndex((text) => text.includes('?'))
  if (unknown >= 0) {
    if (!shape.canBeUnknown) return fault('noUnknownHere', unknown, { value: texts[unknown]! })
    const alone = texts.every((text) => text === '' || /^\?+$/.test(text))
    return alone
      ? answer({ v: [unknownValue] })
      : fault('unknownAndMore', unknown, { value: texts[unknown]! })
  }
  switch (shape.kind) {
    case 'choice':
      return readChoice(shape, texts[0]!)
    case 'matching':
      return readMatching(shape.rows, shape.marks, texts)
    case 'ordering':
      return readOrdering(shape.rows, texts)
    case 'number':
      return readNumber(shape, cells[0]!, texts[0]!)
    case 'text':
      return readText(shape.maxLength, cells[0]!)
    case 'gaps':
      return readGaps(shape.gaps, texts)
    case 'square': {
      const at = pointOfSquare(texts[0]!)
      return at
        ? answer({ p: [at.join(',')] })
        : fault('notOffered', 0, { value: short(texts[0]!), offered: everySquare })
    }
  }
}

/** A cell as text: one kind of space, no full-width signs; fractions with enough figures not to look like thousands. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return formatDate(value.toISOString().slice(0, 10))
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(6)
  return String(value).normalize('NFKC').replace(/\s+/g, ' ').trim()
}

type Choice = Extract<AnswerShape, { kind: 'choice' }>

function readChoice({ marks, multiple, alone }: Choice, text: string): CellReading {
  const chosen = chosenMarks(marks, text)
  const offered = `${marks[0]?.mark}–${marks.at(-1)?.mark}`
  if (!chosen) return fault('notOffered', 0, { value: short(text), offered })
  const values = [...new Set(chosen)]
  if (!multiple && values.length > 1) return fault('oneOnly', 0, { value: short(text) })
  const exclusive = marks.find(({ value }) => alone.includes(value) && values.includes(value))
  if (exclusive && values.length > 1)
    return fault('aloneAndMore', 0, { value: short(text), mark: exclusive.mark })
  return answer({ v: values })
}

/** The options that a text names, together (`ac`) or apart (`a, c`); null where it names something else. */
function chosenMarks(marks: Mark[], text: string): string[] | null {
  const byMark = new Map(marks.map(({ mark, value }) => [mark, value]))
  const words = text
    .toLowerCase()
    .replace(/(?:^|\s)(?:và|and)(?=\s)/g, ' ')
    .split(/[\s,;/.+&)(\]["'-]+/)
    .filter(Boolean)
  const single = words.flatMap((word) => (byMark.has(word) ? [word] : [...word]))
  if (single.length === 0 || !single.every((word) => byMark.has(word))) return null
  return single.map((word) => byMark.get(word)!)
}

function readMatching(rows: string[], marks: Mark[], texts: string[]): CellReading {
  const entries: Entries = {}
  const offered = `${marks[0]?.mark}–${marks.at(-1)?.mark}`
  for (const [part, name] of rows.entries()) {
    const text = texts[part] ?? ''
    if (text === '') continue
    const chosen = chosenMarks(marks, text)
    if (!chosen) return fault('notOffered', part, { value: short(text), offered })
    if (chosen.length > 1) return fault('oneOnly', part, { value: short(text) })
    entries[name] = chosen
  }
  const missing = rows.findIndex((name) => !entries[name])
  return missing >= 0 ? fault('incomplete', missing, { count: rows.length }) : answer(entries)
}

function readOrdering(rows: string[], texts: string[]): CellReading {
  const entries: Entries = {}
  const given = new Set<number>()
  const count = rows.length
  for (const [part, name] of rows.entries()) {
    const text = (texts[part] ?? '').replace(/[.)]$/, '')
    if (text === '') continue
    const rank = /^\d+$/.test(text) ? Number(text) : 0
    if (rank < 1 || rank > count) return fault('notRank', part, { value: short(text), count })
    if (given.has(rank)) return fault('sameRank', part, { value: rank, count })
    given.add(rank)
    entries[name] = [String(rank)]
  }
  const missing = rows.findIndex((name) => !entries[name])
  return missing >= 0 ? fault('incomplete', missing, { count }) : answer(entries)
}

/** The squares of a picture, the first and the last. */
export const everySquare = `${columnLetters[0]}${rowNumbers[0]}–${columnLetters.at(-1)}${rowNumbers.at(-1)}`

function readGaps(gaps: GapShape[], texts: string[]): CellReading {
  const entries: Entries = {}
  for (const [part, { name, marks, maxLength }] of gaps.entries()) {
    const text = texts[part] ?? ''
    if (text === '') return fault('incomplete', part, { count: gaps.length })
    if (text.length > maxLength) return fault('tooLong', part, { max: maxLength, length: text.length })
    const chosen = marks && chosenMarks(marks, text)
    if (marks && chosen?.length !== 1)
      return fault(chosen ? 'oneOnly' : 'notOffered', part, {
        value: short(text),
        offered: `${marks[0]?.mark}–${marks.at(-1)?.mark}`,
      })
    entries[name] = [chosen?.[0] ?? text]
  }
  return answer(entries)
}

type Numeric = Extract<AnswerShape, { kind: 'number' }>

function readNumber({ whole, unit }: Numeric, cell: CellValue, text: string): CellReading {
  // A spreadsheet keeps 75 % as 0.75: what was meant can no longer be told.
  if (unit.includes('%') && typeof cell === 'number' && cell > 0 && cell < 1)
    return fault('percent', 0, { value: text.replace(/0+$/, '') })
  const bare = unit && fold(text).endsWith(fold(unit)) ? text.slice(0, text.length - unit.length) : text
  const number = parseNumber(bare)
  const typed = number === null ? '' : numberEntry(number)
  if (number === null || !/^-?[\d.]+$/.test(typed) || (whole && !Number.isInteger(number)))
    return fault('notNumber', 0, { value: short(text) })
  if (whole && (number < whole.min || number > whole.max))
    return fault('outOfRange', 0, { value: short(text), min: whole.min, max: whole.max })
  return answer({ n: [typed] })
}

/** A number as it is typed in a form, so that it is read as the same number again. */
function numberEntry(number: number): string {
  const text = String(number)
  return /\.\d{3}$/.test(text) ? `${text}0` : text
}

function readText(maxLength: number, cell: CellValue): CellReading {
  const text = typeof cell === 'string' ? cell.normalize('NFC').replace(/\r\n/g, '\n').trim() : cellText(cell)
  return text.length > maxLength
    ? fault('tooLong', 0, { max: maxLength, length: text.length })
    : answer({ t: [text] })
}

/** What a problem shows of a cell. */
export function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text
}
