import { cellNumber } from '~/formats/number-table'
import type { Bilingual } from '~/platform/i18n/locale'
import { letterIndex } from './sheet-columns'
import type { SheetLayout } from './sheet-layout'
import type { SheetRow } from './sheet-text'

/** One option of a row: its place, its texts, and whether a star or a word in it says that it is right. */
export type SheetOption = {
  index: number
  text: Bilingual
  match: Bilingual
  feedback: Bilingual | null
  weight: number | null
  marked: boolean
}

const star = /^\s*\*\s*|\s*\((?:đúng|đáp án đúng|correct|right)\)\s*$/iu

/** The options of a row that hold something: from the columns by letter, or from one cell with a line for each. */
export function cellOptions(row: SheetRow, layout: SheetLayout): SheetOption[] {
  const pair = (field: string, letter: number): Bilingual => ({
    vi: row.text(field, letter, 'vi'),
    en: row.text(field, letter, 'en'),
  })
  const inColumns = layout.letters.flatMap((index): SheetOption[] => {
    const raw = pair('option', index)
    const match = pair('match', index)
    const feedback = pair('feedback', index)
    if (!(raw.vi || raw.en || match.vi || match.en || feedback.vi || feedback.en)) return []
    const weight = cellNumber(row.text('weight', index).replace(/\s*%$/, '') || null, true)
    return [
      {
        index,
        text: raw,
        match,
        feedback: feedback.vi || feedback.en ? feedback : null,
        weight: weight !== null && Math.abs(weight) <= 100 ? weight : null,
        marked: false,
      },
    ]
  })
  return inColumns.length > 0 ? inColumns : inOneCell(row)
}

/** Options with the star taken off that marks the right ones: only where some have none, since else it belongs to the text. */
export function unstarred(options: SheetOption[]): SheetOption[] {
  const starred = options.filter(({ text }) => star.test(text.vi) || star.test(text.en))
  if (starred.length === 0 || starred.length === options.length) return options
  return options.map((option) => ({
    ...option,
    text: { vi: option.text.vi.replace(star, ''), en: option.text.en.replace(star, '') },
    marked: starred.includes(option),
  }))
}

/** `A. … B. …` in one cell, a line each. */
function inOneCell(row: SheetRow): SheetOption[] {
  const lines = { vi: linesOf(row, 'vi'), en: linesOf(row, 'en') }
  const places = [...new Set([...lines.vi.keys(), ...lines.en.keys()])].sort((a, b) => a - b)
  return places.map((index) => ({
    index,
    text: { vi: lines.vi.get(index) ?? '', en: lines.en.get(index) ?? '' },
    match: { vi: '', en: '' },
    feedback: null,
    weight: null,
    marked: false,
  }))
}

function linesOf(row: SheetRow, language: 'vi' | 'en'): Map<number, string> {
  const lines = row
    .text('options', undefined, language)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const lettered = lines.map((line) => /^(\*?)\s*([A-Za-z]|\d{1,2})\s*[.):]\s*(.+)$/.exec(line))
  return new Map(
    lines.slice(0, 26).map((line, at) => {
      const found = lettered[at]
      const index = found ? letterIndex(found[2]!) : at
      return found && index >= 0 && index < 26 ? [index, `${found[1]}${found[3]}`] : [at, line]
    }),
  )
}

const between = /\s*(?:=>|->|→|⇒|\||=)\s*/

/** Where no option has a right side of its own, `trái = phải` in one cell is taken apart. */
export function splitPairs(options: SheetOption[]): SheetOption[] {
  if (options.some(({ match }) => match.vi || match.en)) return options
  const split = (text: string): [string, string] => {
    const [left, ...right] = text.split(between)
    return right.length === 1 ? [left!, right[0]!] : [text, '']
  }
  return options.map((option) => {
    const [vi, en] = [split(option.text.vi), split(option.text.en)]
    return { ...option, text: { vi: vi[0], en: en[0] }, match: { vi: vi[1], en: en[1] } }
  })
}
