import type { DraftItem } from '~/assessment/item'
import type { CellValue } from '~/formats/table'
import type { Locale } from '~/platform/i18n/locale'
import type { WrittenFile } from './found'
import { mostOptions, optionFields } from './sheet-columns'
import { columnKey } from './sheet-layout'
import { rowCells, type SheetWords } from './sheet-row'

/** The sheet to write: columns by their key with their heading, and a row an item. */
export type QuestionSheet = {
  columns: { key: string; header: string }[]
  rows: CellValue[][]
  losses: WrittenFile['losses']
}

/** Columns that stand in every sheet, in their order; those of options stand where `…` is. */
const first = ['code', 'kind', 'purpose', 'competency', 'level', 'stem.vi', 'stem.en', 'text.vi', 'text.en']
const last = [
  'answer',
  'explanation.vi',
  'explanation.en',
  'tolerance',
  'unit.vi',
  'unit.en',
  'scoring',
  'exact',
  'cognitive',
  'difficulty',
  'family',
  'pilot',
  'name',
  'category',
  'source',
]
const languages: Locale[] = ['vi', 'en']

function optionKeys(field: (typeof optionFields)[number], count: number): string[] {
  return Array.from({ length: count }, (_, letter) =>
    field === 'weight'
      ? [columnKey(field, letter)]
      : languages.map((language) => columnKey(field, letter, language)),
  ).flat()
}

/** All columns in the order in which they are written, with `count` options. */
export function sheetKeys(count: number): string[] {
  const [option, ...more] = optionFields
  return [
    ...first,
    ...optionKeys(option, count),
    ...last,
    ...more.flatMap((field) => optionKeys(field, count)),
  ]
}

/**
 * Items as the product's own sheet, one row an item, both languages; `words` gives headings and the names of kinds in the
 * reader's language. Reading it again gives the same items with their parts renamed a, b, c …; what a row cannot hold
 * (a picture, a rubric, areas of a picture, feedback inside gaps) is listed. With `all`, columns stand that nothing fills.
 */
export function writeQuestionSheet(items: DraftItem[], words: SheetWords, all = false): QuestionSheet {
  const written = items.map((item) => ({ item, ...rowCells(item, words) }))
  const used = new Set(written.flatMap(({ cells }) => [...(cells?.keys() ?? [])]))
  const most = Math.max(
    all ? 6 : 4,
    ...[...used].map((key) => Number(/^\w+\.(\d+)/.exec(key)?.[1] ?? -1) + 1),
  )
  const standing = new Set([...first.slice(0, 7), ...optionKeys('option', most), 'answer', 'explanation.vi'])
  const keys = sheetKeys(Math.min(most, mostOptions)).filter(
    (key) => all || used.has(key) || standing.has(key),
  )
  return {
    columns: keys.map((key) => ({ key, header: words.heading(key) })),
    rows: written.flatMap(({ cells }) => (cells ? [keys.map((key) => cells.get(key) ?? null)] : [])),
    losses: written.flatMap(({ item, losses }) => (losses.length > 0 ? [{ code: item.code, losses }] : [])),
  }
}
