import { detectColumnEncoding, detectInColumn, toUnicode } from '~/formats/legacy-encoding'
import type { CellValue, SheetTable } from '~/formats/table'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { columnKey, type SheetLayout } from './sheet-layout'

/** The texts of one row, by the name of their column. */
export type SheetRow = {
  /** In the file, from 1. */
  row: number
  /** The text of a column; empty where there is none. */
  text: (field: string, letter?: number, language?: Locale) => string
  /** What the cell holds, before it was made a text. */
  value: (field: string) => CellValue
  /** Columns that hold something and are not known. */
  unknown: string[]
  /** The old encodings that texts of the row were in. */
  recovered: string[]
  /** Everything that the row holds. */
  filled: { at: number; text: string }[]
}

/** The one form of a text from outside: Unicode NFC, lines ended by `\n`, no spaces around. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .normalize('NFC')
    .trim()
}

/** A cell as text, as it is shown: dates dd/MM/yyyy, a decimal comma in Vietnamese, TRUE as Đúng. */
export function cellText(value: CellValue, language: Locale): string {
  if (value === null) return ''
  if (typeof value === 'string') return plainText(value)
  if (typeof value === 'boolean') return getT(language, 'interchange')(value ? 'sheet.true' : 'sheet.false')
  if (value instanceof Date) {
    const [year, month, day] = value.toISOString().slice(0, 10).split('-')
    return `${day}/${month}/${year}`
  }
  return language === 'vi' ? String(value).replace('.', ',') : String(value)
}

/** Reads the rows of a sheet by the names of their columns; texts in TCVN3 or VNI become Unicode. */
export function rowReader(sheet: SheetTable, layout: SheetLayout, language: Locale) {
  const languages = new Map<number, Locale>()
  for (const [key, at] of layout.columns) {
    const named = /\.(vi|en)$/.exec(key)?.[1]
    if (named) languages.set(at, named as Locale)
  }
  const encodings = new Map<number, ReturnType<typeof detectColumnEncoding>>()
  const encodingOf = (at: number) => {
    let known = encodings.get(at)
    if (!known) {
      const texts = sheet.rows.slice(layout.firstRow - 1).map((cells) => cells[at - 1])
      known = detectColumnEncoding(texts.filter((each): each is string => typeof each === 'string'))
      encodings.set(at, known)
    }
    return known
  }

  return (row: number): SheetRow => {
    const cells = sheet.rows[row - 1] ?? []
    const recovered = new Set<string>()
    const textAt = (at: number | undefined): string => {
      const value = at === undefined ? null : (cells[at - 1] ?? null)
      if (typeof value !== 'string') return cellText(value, languages.get(at ?? 0) ?? language)
      const encoding = detectInColumn(value, encodingOf(at!))
      if (encoding !== 'tcvn3' && encoding !== 'vni') return plainText(value)
      recovered.add(encoding === 'tcvn3' ? 'TCVN3' : 'VNI')
      return plainText(toUnicode(value, encoding))
    }
    const texts = new Map<string, string>()
    for (const [key, at] of layout.columns) {
      const text = textAt(at)
      if (text) texts.set(key, text)
    }
    return {
      row,
      text: (field, letter, spoken) => texts.get(columnKey(field, letter, spoken)) ?? '',
      value: (field) => cells[(layout.columns.get(field) ?? 0) - 1] ?? null,
      unknown: layout.unknown.filter(({ at }) => textAt(at) !== '').map(({ heading }) => heading),
      recovered: [...recovered],
      filled: cells.flatMap((value, i) => (value === null ? [] : [{ at: i + 1, text: textAt(i + 1) }])),
    }
  }
}
