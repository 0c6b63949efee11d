import { cellAddress } from '~/formats/table'
import type { CarriedCell, CarriedTable } from './carried-table'
import { cellText, type FileReference, type TellFault } from './file-fault'
import type { Layout } from './headings'
import { dateReader, type DateReading } from './read-date'

const longestSource = 300

/** Of which commune and day a line is, and where it comes from. */
export type ReadLine = { communeCode: string; date: string; source: string }

/** Reads what the lines of a file have besides values, each line once, and tells what is wrong with it. */
export class LineReader {
  readonly #read = new Map<number, ReadLine | null>()
  readonly #readDate: (cell: CarriedCell) => DateReading
  monthFirst = false

  constructor(
    readonly table: CarriedTable,
    readonly places: Layout['places'],
    readonly reference: FileReference,
    readonly fault: TellFault,
  ) {
    const { date, source } = places
    const dates = date === undefined ? [] : table.rows.slice(1).map((row) => row[date] ?? null)
    this.#readDate = dateReader(dates, reference.today)
    if (date === undefined) fault(String(table.line), 'noDate')
    if (source === undefined) fault(String(table.line), 'noSource')
  }

  /** Null where something is wrong with the line. */
  read(line: number, row: readonly CarriedCell[]): ReadLine | null {
    const known = this.#read.get(line)
    if (known !== undefined) return known
    const [communeCode, date, source] = [
      this.#commune(line, row),
      this.#date(line, row),
      this.#source(line, row),
    ]
    const read =
      communeCode !== null && date !== null && source !== null ? { communeCode, date, source } : null
    this.#read.set(line, read)
    return read
  }

  /** Says once that a line repeats one before it. */
  twice(line: number, before: number): void {
    if (this.#read.get(line) === null) return
    const at = this.#communeAt(this.table.rows[line - this.table.line] ?? [])
    this.fault(cellAddress(line, at + 1), 'twice', { line: String(before) })
    this.#read.set(line, null)
  }

  #communeAt(row: readonly CarriedCell[]): number {
    const { code, name } = this.places
    return (code !== undefined && cellText(row[code]) !== '' ? code : (name ?? code)) ?? 0
  }

  #commune(line: number, row: readonly CarriedCell[]): string | null {
    const at = this.#communeAt(row)
    const value = cellText(row[at])
    const found = value === '' ? null : this.reference.lookup(value)
    if (found?.found === 'one') return found.code
    const cell = cellAddress(line, at + 1)
    if (!found) this.fault(cell, 'communeMissing')
    else if (found.found === 'several') this.fault(cell, 'communeSeveral', { value })
    else if (found.found === 'former')
      this.fault(cell, 'communeFormer', {
        value,
        now: found.successors.map(({ name }) => name).join(', ') || '–',
      })
    else if (found.nearest) this.fault(cell, 'communeNear', { value, near: found.nearest.name })
    else this.fault(cell, 'communeUnknown', { value })
    return null
  }

  #date(line: number, row: readonly CarriedCell[]): string | null {
    const at = this.places.date
    if (at === undefined) return null
    const read = this.#readDate(row[at] ?? null)
    if (read.fault === undefined) {
      this.monthFirst ||= read.monthFirst
      return read.date
    }
    this.fault(cellAddress(line, at + 1), read.fault, { value: read.value })
    return null
  }

  #source(line: number, row: readonly CarriedCell[]): string | null {
    const at = this.places.source
    if (at === undefined) return null
    const cell = row[at]
    const source =
      typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim().slice(0, longestSource) : cellText(cell)
    if (source === '') this.fault(cellAddress(line, at + 1), 'source')
    return source || null
  }
}
