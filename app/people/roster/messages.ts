import type { TableProblem } from '~/formats/table'
import type { Message } from '~/formats/message'
import type { Problem } from './types'

/** Why a row cannot be imported. Texts: `error.<code>` says what is wrong, `mend.<code>` how to mend it. */
export const errorCodes = [
  'missing',
  'missingColumn',
  'noHeader',
  'noRows',
  'unknownSheet',
  'badName',
  'badDate',
  'birthOutOfRange',
  'badSex',
  'bothSexes',
  'badKind',
  'badEmail',
  'badStaffCode',
  'citizenIdAsCode',
  'unknownCommune',
  'ambiguousCommune',
  'formerCommune',
  'unknownPosition',
  'legacyText',
  'mergedCells',
  'cellError',
  'duplicateCode',
  'duplicatePerson',
  'codeTaken',
  'decisionTaken',
] as const

/** What is worth knowing and does not stop a row. Texts: `warning.<code>`, `mend.<code>`. */
export const warningCodes = [
  'citizenIdIgnored',
  'formulas',
  'legacyUnsure',
  'legacyConverted',
  'shortYear',
  'samePersonElsewhere',
  'headingSkipped',
  'columnTwice',
  'exampleSkipped',
] as const

export type ErrorCode = (typeof errorCodes)[number]
export type WarningCode = (typeof warningCodes)[number]

type Details = Partial<Pick<Problem, 'column' | 'address' | 'suggestion'>> & {
  value?: string
  /** Which of the columns that must be there, for `missing` and `missingColumn`. */
  variant?: 'fullName' | 'commune' | 'positions'
  values?: Record<string, string | number>
}

/** A problem with its two texts, as keys of the namespace `roster`. */
export function rosterError(code: ErrorCode, details: Details = {}): Problem {
  return problem('error', code, details)
}

export function rosterWarning(code: WarningCode, details: Details = {}): Problem {
  return problem('warning', code, details)
}

function problem(level: Problem['level'], code: string, details: Details): Problem {
  const { column = null, address = null, suggestion = null, value = '' } = details
  const values = {
    value,
    ...(suggestion && { suggestion: suggestion.label }),
    ...details.values,
  }
  // With a suggestion there is a shorter way to mend than the general one.
  const mend = suggestion ? 'mend.acceptSuggestion' : `mend.${code}`
  const key = details.variant ? `${level}.${code}.${details.variant}` : `${level}.${code}`
  return {
    level,
    code,
    column,
    address,
    value,
    suggestion,
    message: { key, values },
    mend: { key: mend, values },
  }
}

/** What to tell about a file that is no readable spreadsheet: what is wrong, and how to mend it. */
export function fileMessages(problem: TableProblem): { message: Message; mend: Message } {
  const code = problem.code === 'not-xlsx' ? `not-xlsx.${problem.found}` : problem.code
  const values: Record<string, string | number> = {}
  if ('limit' in problem)
    values.limit = problem.code === 'too-big' ? Math.round(problem.limit / 1024 / 1024) : problem.limit
  if ('sheet' in problem) values.sheet = problem.sheet
  return { message: { key: `file.${code}`, values }, mend: { key: `file.mend.${code}`, values } }
}
