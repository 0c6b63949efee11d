import { fold } from '~/formats/fold'
import { cellAddress, parseAddress } from '~/formats/table'
import type { CarriedTable } from './carried-table'
import {
  isNumeric,
  knownOf,
  namedValues,
  takenAs,
  type Choices,
  type NamedValues,
  type Taken,
  type ValueCell,
} from './file-columns'
import { cellText, type FileFault, type FileReference, type TellFault } from './file-fault'
import { layoutOf } from './headings'
import type { IndicatorText } from './indicator-form'
import { LineReader } from './read-line'
import { readNumber, type CellNumber } from './read-number'
import { inPercent, scaleOf, type Scale } from './scale'

/** A value that a file holds; `column` counts the names of the file that values stand under from 0. */
export type FileValue = {
  column: number
  communeCode: string
  date: string
  value: number
  of: number | null
  source: string
}

/** The values of a file under one name. `asked` where no indicator there is has that name, so that a choice is needed. */
export type FileColumn = Taken & {
  heading: string
  asked: boolean
  numeric: boolean
  scale: Scale | null
  filled: number
}

export type ReadFile = {
  columns: FileColumn[]
  values: FileValue[]
  faults: FileFault[]
  /** Of the choices: the fields that are wrong and why, as keys of the texts of indicators. */
  errors: Record<string, string>
  /** Whether a day was written with the month first. */ monthFirst: boolean
}

/**
 * Reads the values of a file, with an indicator in each column or one in each line. All faults are told at once, each with
 * its cell; with any nothing is to be stored. Values under a name that no indicator has are taken as `choices` say, and left out
 * where they say nothing. Lines without a value are passed over: a template is filled in piece by piece.
 */
export function readFile(table: CarriedTable, reference: FileReference, choices: Choices): ReadFile {
  const read: ReadFile = { columns: [], values: [], faults: [], errors: {}, monthFirst: false }
  const fault: TellFault = (at, key, values = {}) => read.faults.push({ at, key: `fault.${key}`, values })
  const layout = layoutOf(table.rows[0]!)
  if (!layout) {
    fault(String(table.line), 'noColumns')
    return read
  }
  const { named, missing } = namedValues(table, layout)
  for (const cell of missing) fault(cell, 'indicatorMissing')
  if (named.length === 0) fault(String(table.line), 'noValues')
  const cells: { column: number; cell: ValueCell; value: number; of: number | null }[] = []
  named.forEach((own, column) => {
    const { errors, ...what } = describe(own, column, reference, choices)
    Object.assign(read.errors, errors)
    const { indicator, ...rest } = what
    const numbers = indicator ? numbersIn(own, indicator, fault) : []
    const scale =
      indicator?.unit === 'percent'
        ? scaleOf(
            numbers.map(({ number }) => number),
            choices[`scale-${column}`],
          )
        : null
    read.columns.push({ ...rest, scale, filled: own.cells.length })
    for (const { cell, number } of numbers) {
      const value = scale ? inPercent(number, scale) : number.value
      const key = indicator ? wrongValue(value, indicator) : null
      if (key) fault(cellAddress(cell.line, cell.at + 1), key, { value: cellText(cell.row[cell.at]) })
      cells.push({ column, cell, value, of: dossiers(cell, indicator, fault) })
    }
  })
  twoOfOne(read.columns, named, fault)
  const lines = new LineReader(table, layout.places, reference, fault)
  const seen = new Map<string, number>()
  for (const { column, cell, ...value } of cells) {
    const line = lines.read(cell.line, cell.row)
    if (!line) continue
    const key = [read.columns[column]!.code ?? column, line.communeCode, line.date].join(' ')
    const before = seen.get(key)
    if (before !== undefined && before !== cell.line) lines.twice(cell.line, before)
    seen.set(key, before ?? cell.line)
    read.values.push({ column, ...line, ...value })
  }
  read.monthFirst = lines.monthFirst
  const open = read.columns.some(({ asked, numeric, code, text }) => asked && numeric && !code && !text)
  if (named.length > 0 && read.faults.length === 0 && cells.length === 0 && !open)
    fault(String(table.line + 1), 'nothing')
  if (read.faults.length > 0) read.values = []
  read.faults.sort((a, b) => placeOf(a) - placeOf(b))
  return read
}

/** Where a fault stands, line by line; what is told of a line alone comes before its cells. */
function placeOf({ at }: FileFault): number {
  const address = parseAddress(at)
  return address ? 1000 * address.row + address.column : 1000 * Number(at)
}

type Meant = Pick<IndicatorText, 'unit' | 'unitText'>

function describe(own: NamedValues, column: number, { indicators }: FileReference, choices: Choices) {
  const known = knownOf(own, indicators)
  const numeric = isNumeric(own)
  const { heading } = own
  if (known)
    return { heading, asked: false, numeric, code: known.code, text: null, indicator: known, errors: {} }
  const { code, text, errors } = takenAs(choices, column, indicators)
  const indicator: Meant | null = indicators.find((each) => each.code === code) ?? text
  return { heading, asked: true, numeric, code, text, indicator, errors }
}

/** The numbers of an indicator; what is none is told. */
function numbersIn(
  own: NamedValues,
  indicator: Meant,
  fault: TellFault,
): { cell: ValueCell; number: CellNumber }[] {
  return own.cells.flatMap((cell) => {
    const at = cellAddress(cell.line, cell.at + 1)
    const number = readNumber(cell.row[cell.at] ?? null, indicator.unit)
    if (cell.unitAt !== undefined) checkUnit(cell, cell.unitAt, indicator, fault)
    if ('fault' in number) {
      fault(at, number.fault, { value: cellText(cell.row[cell.at]) || '–' })
      return []
    }
    if (number.percent && indicator.unit !== 'percent') {
      fault(at, 'notPercent', { value: cellText(cell.row[cell.at]) })
      return []
    }
    return [{ cell, number }]
  })
}

function checkUnit({ line, row }: ValueCell, at: number, { unit, unitText }: Meant, fault: TellFault): void {
  const written = fold(cellText(row[at]))
  if (written === '') return
  const isPercent = ['%', 'phan tram', 'percent', 'ty le', 'ty le %'].includes(written)
  const fits = unit === 'percent' ? isPercent : [fold(unitText.vi), fold(unitText.en)].includes(written)
  if (!fits)
    fault(cellAddress(line, at + 1), 'unit', {
      value: cellText(row[at]),
      unit: unit === 'percent' ? '%' : unitText.vi,
    })
}

function wrongValue(value: number, { unit }: Meant): string | null {
  if (unit === 'percent') return value < 0 ? 'negative' : value > 100 ? 'percentOver' : null
  if (unit !== 'count') return null
  return value < 0 ? 'negative' : Number.isInteger(value) ? null : 'whole'
}

const mostDossiers = 1e8

/** The dossiers behind a percentage; null where none are told. */
function dossiers(
  { line, row, dossiersAt }: ValueCell,
  indicator: Meant | null,
  fault: TellFault,
): number | null {
  const cell = dossiersAt === undefined ? null : (row[dossiersAt] ?? null)
  if (dossiersAt === undefined || cell === null || cell === '' || indicator?.unit !== 'percent') return null
  const at = cellAddress(line, dossiersAt + 1)
  const number = readNumber(cell, 'count')
  if ('fault' in number || number.percent || !Number.isInteger(number.value) || number.value > mostDossiers) {
    fault(at, 'dossiers', { value: cellText(cell) || '–' })
    return null
  }
  if (number.value > 0) return number.value
  fault(at, 'noDossiers')
  return null
}

/** Two names of one file must not mean one indicator. */
function twoOfOne(columns: readonly FileColumn[], named: readonly NamedValues[], fault: TellFault): void {
  columns.forEach(({ code, text, heading }, i) => {
    const same = (each: FileColumn) =>
      (code !== null && each.code === code) ||
      (text !== null && each.text !== null && fold(each.text.name.vi) === fold(text.name.vi))
    const before = columns.findIndex(same)
    if (before >= 0 && before < i)
      fault(named[i]!.headingCell, 'columnTwice', { value: heading, before: columns[before]!.heading })
  })
}
