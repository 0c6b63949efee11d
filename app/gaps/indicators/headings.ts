import { fold } from '~/formats/fold'
import type { SheetTable } from '~/formats/table'
import { placeHeadings } from '~/people/places/place-headings'
import { carry, mostRows, type CarriedCell, type CarriedTable } from './carried-table'
import type { IndicatorInfo } from './indicator'

/** Headings by which the columns of a file are known, without marks and capitals. */
const known = {
  ...placeHeadings,
  date: [
    ...['ngay', 'ky', 'ky so lieu', 'ky bao cao', 'ngay so lieu', 'den ngay', 'thoi diem', 'thoi gian'],
    ...['so lieu den ngay', 'ngay cuoi ky', 'date', 'period', 'day'],
  ],
  indicator: ['chi so', 'ten chi so', 'chi tieu', 'ten chi tieu', 'indicator'],
  value: ['gia tri', 'so lieu', 'ket qua', 'value'],
  unit: ['don vi tinh', 'dvt', 'unit'],
  dossiers: [
    ...['so ho so', 'tong so ho so', 'so luong ho so', 'tong ho so', 'mau so'],
    ...['dossiers', 'number of dossiers'],
  ],
  ignored: ['stt', 'tt', 'so tt', 'so thu tu', 'ghi chu', 'no', 'no.', 'note', 'notes', 'tinh', 'province'],
} as const
type Known = keyof typeof known

/** A column of values of one indicator; `rest` is what stands in its heading besides a unit in brackets. */
export type ValueColumn = { at: number; heading: string; dossiersAt: number | null }

export type Layout = { places: Partial<Record<Known, number>>; columns: ValueColumn[] }

/** `Hồ sơ nộp trực tuyến (%)` → `ho so nop truc tuyen`. */
export function bareHeading(heading: string): string {
  return fold(heading)
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/\s*%\s*$/, '')
    .trim()
}

/** The indicator that a heading or a cell names, by its name in either language or its code. */
export function indicatorNamed<I extends Pick<IndicatorInfo, 'code' | 'name'>>(
  indicators: readonly I[],
  text: string,
): I | undefined {
  const [whole, bare] = [fold(text), bareHeading(text)]
  return indicators.find(({ code, name }) =>
    [code, fold(name.vi), fold(name.en), bareHeading(name.vi)].some(
      (each) => each === whole || each === bare,
    ),
  )
}

/** What each column of a line of headings is; null where the line is none. */
export function layoutOf(row: readonly CarriedCell[]): Layout | null {
  const places: Layout['places'] = {}
  const others: { at: number; heading: string }[] = []
  row.forEach((cell, at) => {
    const heading = typeof cell === 'string' ? cell.trim() : ''
    if (heading === '') return
    const kind = (Object.keys(known) as Known[]).find((each) =>
      (known[each] as readonly string[]).includes(bareHeading(heading)),
    )
    if (kind === 'dossiers' || kind === undefined) others.push({ at, heading })
    else places[kind] ??= at
  })
  const isPlace = places.code !== undefined || places.name !== undefined
  const isMore = [places.date, places.source, places.value, places.indicator].some((at) => at !== undefined)
  if (!isPlace || !isMore) return null
  const isLong = places.indicator !== undefined && places.value !== undefined
  const dossiers = others.find(({ heading }) => isDossiers(bareHeading(heading)))
  if (isLong) return { places: { ...places, dossiers: dossiers?.at }, columns: [] }
  return { places, columns: valueColumns(others) }
}

const isDossiers = (bare: string) => (known.dossiers as readonly string[]).includes(bare)

/** Columns of values, each with the column of its dossiers: the one that names it, or else the nameless one behind it. */
function valueColumns(others: readonly { at: number; heading: string }[]): ValueColumn[] {
  const columns: ValueColumn[] = []
  const named = new Map(others.map(({ heading }) => [bareHeading(heading), heading]))
  const owned: { at: number; of: string }[] = []
  for (const { at, heading } of others) {
    const of = dossiersOf(heading)
    const before = columns.at(-1)
    if (of === '' && before) before.dossiersAt ??= at
    else if (of && named.has(of)) owned.push({ at, of })
    else columns.push({ at, heading, dossiersAt: null })
  }
  for (const { at, of } of owned) {
    const column = columns.find(({ heading }) => bareHeading(heading) === of)
    if (column) column.dossiersAt ??= at
  }
  return columns
}

/** `Số hồ sơ của: Nộp trực tuyến` → `nop truc tuyen`; '' without a name, undefined where no dossiers are meant. */
function dossiersOf(heading: string): string | undefined {
  const bare = bareHeading(heading)
  const start = known.dossiers.find(
    (each) => bare === each || new RegExp(`^${each}\\s*(?:[:–-]|cua\\b|of\\b)`).test(bare),
  )
  return start && bare.slice(start.length).replace(/^(?:\s|[:–-]|cua\b|of\b)+/, '')
}

/** The first sheet with headings that are understood, from them on; the names of the other such sheets go with it. */
export function findTable(
  sheets: readonly SheetTable[],
): { table: CarriedTable; fault?: never } | { fault: 'noColumns' | 'manyRows'; table?: never } {
  const found = sheets.flatMap((sheet) => {
    const head = sheet.rows
      .slice(0, 20)
      .findIndex((row) => layoutOf(row.map((cell) => (cell instanceof Date ? null : cell))))
    return head < 0 ? [] : [{ sheet, head }]
  })
  const [first, ...others] = found
  if (!first) return { fault: 'noColumns' }
  if (first.sheet.rows.length - first.head > mostRows) return { fault: 'manyRows' }
  return {
    table: carry(
      first.sheet,
      first.head,
      others.map(({ sheet }) => sheet.name),
    ),
  }
}
