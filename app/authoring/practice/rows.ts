import type { Bilingual } from '~/platform/i18n/locale'

type Cell = string | Bilingual

/** Rows of cells as two texts, one a language: a line a row, `|` between cells, `\|` for a bar inside one. */
export function writeRows(rows: readonly (readonly Cell[])[]): Bilingual {
  const of = (locale: 'vi' | 'en') =>
    rows
      .map((row) => row.map((cell) => writeCell(typeof cell === 'string' ? cell : cell[locale])).join(' | '))
      .join('\n')
  return { vi: of('vi'), en: of('en') }
}

/** Rows in both languages, cell by cell; null where the languages have other numbers of rows or cells. */
export function readRows({ vi, en }: Bilingual): Bilingual[][] | null {
  const [one, other] = [cellsOf(vi), cellsOf(en)]
  const even = one.length === other.length && one.every((row, i) => row.length === other[i]!.length)
  return even ? one.map((row, i) => row.map((cell, j) => ({ vi: cell, en: other[i]![j]! }))) : null
}

/** A cell that says the same in both languages is one text. */
export function cellOf({ vi, en }: Bilingual): Cell {
  return vi === en ? vi : { vi, en }
}

function cellsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = ['']
      for (const piece of line.match(/\\.|[^\\|]+|[\\|]/g) ?? [])
        if (piece === '|') cells.push('')
        else cells.push(cells.pop()! + piece)
      return cells.map(readCell)
    })
}

const readCell = (cell: string) => cell.replace(/\\([\\|])/g, '$1').trim()
const writeCell = (cell: string) =>
  cell
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|]/g, (mark) => `\\${mark}`)
