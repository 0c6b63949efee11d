import { fold } from '~/formats/fold'
import { cellAddress } from '~/formats/table'
import type { CarriedCell, CarriedTable } from './carried-table'
import { bareHeading, indicatorNamed, type Layout } from './headings'
import type { IndicatorInfo } from './indicator'
import { readIndicator, type IndicatorText } from './indicator-form'
import { readNumber } from './read-number'

export type KnownIndicator = Pick<IndicatorInfo, 'code' | 'name' | 'unit' | 'unitText' | 'better'>

/** A cell with a value in a line of the file; columns count from 0, lines as in the file. */
export type ValueCell = {
  line: number
  row: readonly CarriedCell[]
  at: number
  dossiersAt: number | undefined
  unitAt: number | undefined
}

/** All values of the file under one name. */
export type NamedValues = { heading: string; headingCell: string; cells: ValueCell[] }

/** What is done with the values under one name: `code` of an indicator there is, `text` of a new one, or neither: left out. */
export type Taken = { code: string | null; text: IndicatorText | null }

/** The fields of the choices as they are typed: `as-0`, `nameVi-0`, `scale-0` of the first indicator of the file, and so on. */
export type Choices = Readonly<Record<string, string>>

export const leave = 'leave'
export const asNew = 'new'

const isFilled = (cell: CarriedCell | undefined) => cell !== undefined && cell !== null && cell !== ''

/** The values of a file by the names they stand under, in the order of the file; `missing` are cells without a name. */
export function namedValues(
  table: CarriedTable,
  { places, columns }: Layout,
): { named: NamedValues[]; missing: string[] } {
  const lines = table.rows.slice(1).map((row, i) => ({ line: table.line + 1 + i, row }))
  const { indicator, value } = places
  if (indicator === undefined || value === undefined) {
    const named = columns.map(({ at, heading, dossiersAt }) => ({
      heading,
      headingCell: cellAddress(table.line, at + 1),
      cells: lines
        .filter(({ row }) => isFilled(row[at]))
        .map((line) => ({ ...line, at, dossiersAt: dossiersAt ?? undefined, unitAt: undefined })),
    }))
    return { named, missing: [] }
  }
  const byName = new Map<string, NamedValues>()
  const missing: string[] = []
  for (const { line, row } of lines) {
    if (!isFilled(row[value])) continue
    const heading = typeof row[indicator] === 'string' ? row[indicator] : ''
    const headingCell = cellAddress(line, indicator + 1)
    if (heading === '') {
      missing.push(headingCell)
      continue
    }
    const own = byName.get(bareHeading(heading)) ?? { heading, headingCell, cells: [] }
    own.cells.push({ line, row, at: value, dossiersAt: places.dossiers, unitAt: places.unit })
    byName.set(bareHeading(heading), own)
  }
  return { named: [...byName.values()], missing }
}

/** The indicator there is that the values are of by their name; null for none. */
export function knownOf(named: NamedValues, indicators: readonly KnownIndicator[]): KnownIndicator | null {
  return indicatorNamed(indicators, named.heading) ?? null
}

/** Whether any value of the column is a number, so that it could be an indicator. */
export function isNumeric({ cells }: NamedValues): boolean {
  return cells.some(({ row, at }) => 'value' in readNumber(row[at] ?? null, 'count'))
}

/** What the choices say of the values with number `column`; of a name that is not known they are left out by default. */
export function takenAs(
  choices: Choices,
  column: number,
  indicators: readonly KnownIndicator[],
): Taken & { errors: Record<string, string> } {
  const nothing = { code: null, text: null, errors: {} }
  const as = choices[`as-${column}`] ?? leave
  if (as === asNew) {
    const { value, errors = {} } = readIndicator(choices, `-${column}`)
    const taken = value && indicators.some(({ name }) => fold(name.vi) === fold(value.name.vi))
    return taken
      ? { ...nothing, errors: { [`nameVi-${column}`]: 'form.fault.taken' } }
      : { ...nothing, text: value ?? null, errors }
  }
  return { ...nothing, code: indicators.find(({ code }) => code === as)?.code ?? null }
}
