import { fold } from '~/formats/fold'
import { cellAddress, type CellValue, type SheetTable } from '~/formats/table'
import { parseSpans } from '../spans'
import { parseNumber } from '../typed-number'
import type { Span } from './resource'
import { mostHours } from './travel-form'

/** What is wrong, where; cell is empty where the whole sheet or file is meant. Texts `import.fault.<key>`. */
export type ImportFault = { sheet: string; cell: string; key: ImportFaultKey; value: string }
export type ImportFaultKey =
  | 'sheets'
  | 'nothing'
  | 'name'
  | 'twice'
  | 'number'
  | 'commune'
  | 'ambiguous'
  | 'module'
  | 'noModules'
  | 'email'
  | 'spans'
  | 'venue'
  | 'hours'
  | 'formula'

export type ImportedTrainer = {
  name: string
  modules: string[]
  days: number
  daysPerWeek: number
  away: Span[]
  email: string | null
}
export type ImportedVenue = {
  name: string
  commune: string | null
  seats: number
  rooms: number
  closed: Span[]
}
export type ImportedTravel = { venue: string; commune: string; hours: number }
export type Imported = {
  trainers: ImportedTrainer[]
  venues: ImportedVenue[]
  travel: ImportedTravel[]
}

/** What a workbook may name. `venues`: names of those there are. */
export type Lists = {
  communes: readonly { code: string; name: string }[]
  modules: readonly { code: string; title: { vi: string; en: string } }[]
  venues: readonly string[]
}

/** The sheets by their folded names, as the template writes them. */
export const importSheets = { trainers: 'giang vien', venues: 'dia diem', travel: 'gio di duong' } as const

const text = (cell: CellValue | undefined): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('/')
  return String(cell ?? '')
    .normalize('NFC')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim()
}

/** Reads the three sheets of a workbook of resources; a sheet that is not there changes nothing. All faults are told at once. */
export function readResources(
  sheets: readonly SheetTable[],
  lists: Lists,
): { read: Imported; faults: ImportFault[] } {
  const faults: ImportFault[] = []
  const find = (name: string) => sheets.find((sheet) => fold(sheet.name) === name)
  const [trainers, venues, travel] = [importSheets.trainers, importSheets.venues, importSheets.travel].map(
    find,
  )
  if (!trainers && !venues && !travel)
    return { read: empty, faults: [{ sheet: '', cell: '', key: 'sheets', value: '' }] }
  const read: Imported = { ...empty }
  if (trainers) read.trainers = new Rows(trainers, faults).map((row) => trainerOf(row, lists))
  if (venues) read.venues = new Rows(venues, faults).map((row) => venueOf(row, lists))
  const named = [...lists.venues, ...read.venues.map(({ name }) => name)]
  if (travel) read.travel = travelRows(travel, faults, lists, named)
  const count = read.trainers.length + read.venues.length + read.travel.length
  if (count === 0 && faults.length === 0) faults.push({ sheet: '', cell: '', key: 'nothing', value: '' })
  return { read, faults }
}

const empty: Imported = { trainers: [], venues: [], travel: [] }

/** The rows under the heading of a sheet, those left empty passed over; names that come twice are told. */
class Rows {
  constructor(
    readonly sheet: SheetTable,
    readonly faults: ImportFault[],
  ) {}

  map<R extends { name: string }>(read: (row: Row) => R): R[] {
    const seen = new Map<string, number>()
    return this.sheet.rows.slice(1).flatMap((cells, i) => {
      if (cells.every((cell) => text(cell) === '')) return []
      const row = new Row(this.sheet, i + 2, cells, this.faults)
      const value = read(row)
      const first = seen.get(fold(value.name))
      if (value.name !== '' && first !== undefined) row.fault(1, 'twice', String(first))
      seen.set(fold(value.name), first ?? i + 2)
      return [value]
    })
  }
}

class Row {
  constructor(
    readonly sheet: SheetTable,
    readonly line: number,
    readonly cells: readonly CellValue[],
    readonly faults: ImportFault[],
  ) {}

  fault(column: number, key: ImportFaultKey, value: string): void {
    this.faults.push({ sheet: this.sheet.name, cell: cellAddress(this.line, column), key, value })
  }

  text(column: number): string {
    if (this.sheet.failed.has(cellAddress(this.line, column))) this.fault(column, 'formula', '')
    return text(this.cells[column - 1])
  }

  /** A whole number of a range, or `otherwise` where the cell is empty. */
  whole(column: number, low: number, high: number, otherwise: number | null): number {
    const typed = this.text(column)
    if (typed === '' && otherwise !== null) return otherwise
    const cell = this.cells[column - 1]
    const value = typeof cell === 'number' ? cell : parseNumber(typed)
    if (value !== null && Number.isInteger(value) && value >= low && value <= high) return value
    this.fault(column, 'number', `${low}–${high}`)
    return low
  }

  spans(column: number): Span[] {
    const { spans, wrong } = parseSpans(this.text(column))
    if (wrong !== null) this.fault(column, 'spans', '')
    return spans.map(({ span }) => span)
  }

  name(): string {
    const name = this.text(1).slice(0, 160)
    if (name === '') this.fault(1, 'name', '')
    return name
  }
}

function trainerOf(row: Row, { modules }: Lists): ImportedTrainer {
  const taught = row
    .text(2)
    .split(/[;\n]/)
    .map((each) => each.trim())
    .filter(Boolean)
  const codes = taught.flatMap((each) => {
    const found = modules.find(({ code, title }) =>
      [code, title.vi, title.en].some((name) => fold(name) === fold(each)),
    )
    if (!found) row.fault(2, 'module', each)
    return found ? [found.code] : []
  })
  if (taught.length === 0) row.fault(2, 'noModules', '')
  const email = row.text(6)
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) row.fault(6, 'email', email)
  return {
    name: row.name(),
    modules: [...new Set(codes)].sort(),
    days: row.whole(3, 1, 366, null),
    daysPerWeek: row.whole(4, 1, 7, 5),
    away: row.spans(5),
    email: email === '' ? null : email,
  }
}

function venueOf(row: Row, lists: Lists): ImportedVenue {
  const typed = row.text(2)
  return {
    name: row.name(),
    commune: typed === '' ? null : (communeOf(row, 2, typed, lists) ?? null),
    seats: row.whole(3, 1, 2000, null),
    rooms: row.whole(4, 1, 50, 1),
    closed: row.spans(5),
  }
}

/** A commune by its code, or by its name with or without its kind; names are compared without marks. */
function communeOf(row: Row, column: number, typed: string, { communes }: Lists): string | undefined {
  const bare = (name: string) => fold(name).replace(/^(?:xa|phuong|dac khu|thi tran)\s+/, '')
  const wanted = fold(typed)
  const exact = communes.filter(({ code, name }) => code === typed.padStart(5, '0') || fold(name) === wanted)
  const found = exact.length > 0 ? exact : communes.filter(({ name }) => bare(name) === bare(typed))
  if (found.length !== 1) row.fault(column, found.length === 0 ? 'commune' : 'ambiguous', typed)
  return found.length === 1 ? found[0]!.code : undefined
}

/** A matrix: a commune a row, a venue a column, hours where they meet; an empty cell says that nobody from there can come. */
function travelRows(
  sheet: SheetTable,
  faults: ImportFault[],
  lists: Lists,
  venues: readonly string[],
): ImportedTravel[] {
  const head = (sheet.rows[0] ?? []).map(text)
  const first = new Row(sheet, 1, sheet.rows[0] ?? [], faults)
  const columns = head.flatMap((name, i) => {
    if (i < 2 || name === '') return []
    const venue = venues.find((each) => fold(each) === fold(name))
    if (venue === undefined) first.fault(i + 1, 'venue', name)
    if (head.slice(2, i).some((each) => fold(each) === fold(name))) first.fault(i + 1, 'twice', '1')
    return venue === undefined ? [] : [{ venue, column: i + 1 }]
  })
  const seen = new Map<string, number>()
  return sheet.rows.slice(1).flatMap((cells, i): ImportedTravel[] => {
    if (cells.every((cell) => text(cell) === '')) return []
    const row = new Row(sheet, i + 2, cells, faults)
    const named = row.text(1) === '' ? 2 : 1
    const commune = communeOf(row, named, row.text(named), lists)
    if (commune === undefined) return []
    if (seen.has(commune)) row.fault(named, 'twice', String(seen.get(commune)))
    seen.set(commune, i + 2)
    return columns.flatMap(({ venue, column }): ImportedTravel[] => {
      const typed = row.text(column)
      if (typed === '' || typed === '–' || typed === '-') return []
      const cell = cells[column - 1]
      const hours = typeof cell === 'number' ? cell : parseNumber(typed)
      if (hours !== null && hours >= 0 && hours <= mostHours) return [{ venue, commune, hours }]
      row.fault(column, 'hours', typed)
      return []
    })
  })
}
