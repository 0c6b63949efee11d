import { fold } from '~/formats/fold'
import type { CommuneFinding } from './commune-lookup'
import { readBirthDate } from './birth-date'
import { readEmail } from '~/platform/mail/address'
import { isTick, readKind, readSex } from './lookups'
import { rosterError, rosterWarning, type ErrorCode } from './messages'
import { isName, liftInitials, tidyName } from './person-name'
import type { PositionFinding } from './position-lookup'
import type { RosterCell } from './sheet-cells'
import type { ParsedRow, Problem, RosterColumn, RosterOptions, RosterPerson, Sex } from './types'

/** What a row is read with: its cells by column, the look-ups, and where problems go. */
export type RowContext = {
  row: number
  cell: (column: RosterColumn) => RosterCell | null
  options: RosterOptions
  findCommune: (text: string) => CommuneFinding
  findPositions: (text: string) => PositionFinding[]
}

/** Reads one row. A cell that cannot be used makes an error with its address; the others are still read. */
export function parseRow(context: RowContext): ParsedRow {
  const problems: Problem[] = []
  const reader = {
    ...context,
    problems,
    use: (column: RosterColumn) => usable(context.cell(column), problems),
  }
  const born = readBirth(reader)
  const person: RosterPerson = {
    staffCode: readStaffCode(reader),
    fullName: readName(reader),
    birthDate: born.date,
    sex: readSexOf(reader) ?? born.sex,
    communeCode: readCommune(reader),
    positionCodes: readPositions(reader),
    kind: readWith(reader, 'kind', 'badKind', readKind),
    email: readWith(reader, 'email', 'badEmail', readEmail),
  }
  const failed = problems.some((problem) => problem.level === 'error')
  return { row: context.row, person: failed ? null : person, problems }
}

type Reader = RowContext & { problems: Problem[]; use: (column: RosterColumn) => RosterCell | null }

/** The cell if something can be read from it; what is wrong with it is noted. */
function usable(cell: RosterCell | null, problems: Problem[]): RosterCell | null {
  if (!cell) return null
  if (cell.problem) problems.push(cell.problem)
  if (cell.problem?.level === 'error') return null
  return cell.value === null ? null : cell
}

export function textOf(cell: RosterCell): string {
  return cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : String(cell.value).trim()
}

function fail(
  reader: Reader,
  code: ErrorCode,
  cell: RosterCell,
  details: Parameters<typeof rosterError>[1] = {},
): void {
  const { column, address } = cell
  reader.problems.push(rosterError(code, { column, address, value: textOf(cell), ...details }))
}

/** Notes a cell that must not be empty, unless something else is already wrong with it. */
function missing(reader: Reader, variant: 'fullName' | 'commune' | 'positions'): void {
  const column = variant === 'fullName' && !reader.cell('fullName') ? 'familyName' : variant
  const address = reader.cell(column)?.address ?? null
  if (reader.problems.some((problem) => problem.level === 'error' && problem.address === address)) return
  reader.problems.push(rosterError('missing', { column, address, variant }))
}

function readWith<T>(
  reader: Reader,
  column: RosterColumn,
  code: ErrorCode,
  read: (text: string) => T | null,
): T | null {
  const cell = reader.use(column)
  if (!cell) return null
  const value = read(textOf(cell))
  if (value === null) fail(reader, code, cell)
  return value
}

function readStaffCode(reader: Reader): string | null {
  const cell = reader.use('staffCode')
  if (!cell) return null
  const code = textOf(cell).replace(/\s+/g, ' ')
  if (/^\d{12}$/.test(code.replace(/\s/g, ''))) fail(reader, 'citizenIdAsCode', cell, { value: '' })
  else if (code.length > 40 || !/^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u.test(code))
    fail(reader, 'badStaffCode', cell)
  else return code.toUpperCase()
  return null
}

function readName(reader: Reader): string {
  const columns: RosterColumn[] = reader.cell('fullName') ? ['fullName'] : ['familyName', 'givenName']
  const cells = columns.flatMap((column) => reader.use(column) ?? [])
  const name = tidyName(cells.map(textOf).join(' '))
  const last = cells.at(-1)
  if (!last) missing(reader, 'fullName')
  else if (!isName(name)) fail(reader, 'badName', last, { value: name })
  return cells.some((cell) => cell.encoding === 'tcvn3') ? liftInitials(name) : name
}

function readBirth(reader: Reader): { date: string | null; sex: Sex | null } {
  const male = reader.use('birthMale')
  const female = reader.use('birthFemale')
  const cell = reader.use('birthDate') ?? male ?? female
  const sex = male && !female ? 'male' : female && !male ? 'female' : null
  if (!cell) return { date: null, sex }
  if (male && female) fail(reader, 'bothSexes', female)
  const reading = readBirthDate(cell.value, reader.options.today)
  if (!reading.ok) {
    fail(reader, reading.why, cell)
    return { date: null, sex }
  }
  if (reading.shortYear) {
    const { column, address } = cell
    const values = { year: reading.date.slice(0, 4) }
    reader.problems.push(rosterWarning('shortYear', { column, address, value: textOf(cell), values }))
  }
  return { date: reading.date, sex }
}

function readSexOf(reader: Reader): Sex | null {
  const written = reader.use('sex')
  if (written) {
    const sex = readSex(textOf(written))
    if (!sex) fail(reader, 'badSex', written)
    return sex
  }
  const ticked = (['sexMale', 'sexFemale'] as const).flatMap((column) => {
    const cell = reader.use(column)
    if (!cell) return []
    const named = typeof cell.value === 'string' ? readSex(cell.value) : null
    if (isTick(cell.value) || named === (column === 'sexMale' ? 'male' : 'female')) return [cell]
    if (cell.value !== 0 && cell.value !== false) fail(reader, 'badSex', cell)
    return []
  })
  if (ticked.length === 2) fail(reader, 'bothSexes', ticked[1]!)
  if (ticked.length !== 1) return null
  return ticked[0]!.column === 'sexMale' ? 'male' : 'female'
}

function readCommune(reader: Reader): string {
  const { options } = reader
  if (!reader.cell('commune')) return options.communeCode ?? ''
  const cell = reader.use('commune')
  if (!cell) {
    missing(reader, 'commune')
    return ''
  }
  const text = textOf(cell)
  const accepted = options.accepted?.commune?.[fold(text)]
  if (accepted) return accepted
  const finding = reader.findCommune(text)
  if (finding.found === 'one') return finding.code
  if (finding.found === 'several') {
    fail(reader, 'ambiguousCommune', cell, {
      values: { candidates: finding.candidates.map((c) => c.name).join('; ') },
    })
  } else if (finding.found === 'former') {
    const [only, ...more] = finding.successors
    const suggestion = only && more.length === 0 ? { code: only.code, label: only.name } : null
    fail(reader, 'formerCommune', cell, {
      suggestion,
      values: { candidates: finding.successors.map((c) => c.name).join('; ') },
    })
  } else {
    const near = finding.nearest
    fail(reader, 'unknownCommune', cell, { suggestion: near ? { code: near.code, label: near.name } : null })
  }
  return ''
}

function readPositions(reader: Reader): string[] {
  const cell = reader.use('positions')
  if (!cell) {
    missing(reader, 'positions')
    return []
  }
  const codes = reader.findPositions(textOf(cell)).flatMap((finding) => {
    const code = finding.code ?? reader.options.accepted?.positions?.[fold(finding.text)]
    if (code) return [code]
    const near = finding.nearest
    const suggestion = near ? { code: near.code, label: near.name } : null
    fail(reader, 'unknownPosition', cell, { value: finding.text, suggestion })
    return []
  })
  return [...new Set(codes)]
}
