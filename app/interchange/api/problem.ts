import type { Values } from '~/platform/i18n/translate'

/** What the API refuses, with the status; the texts are `problem.<code>.title` and `.detail` of the namespace `api`. */
export const problems = {
  'bad-query': 400,
  'token-missing': 401,
  'token-unknown': 401,
  'token-expired': 401,
  'token-revoked': 401,
  'other-place': 403,
  'not-found': 404,
  'no-such-page': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'not-released': 409,
  'being-estimated': 409,
  'too-many': 429,
  'went-wrong': 500,
} as const

export type ProblemCode = keyof typeof problems
export const problemCodes = Object.keys(problems) as ProblemCode[]

/** A parameter that cannot be used; `known` where it is one of the endpoint. */
export type WrongParameter = { name: string; known: boolean }

type Facts = {
  values?: Values
  headers?: Record<string, string>
  parameters?: WrongParameter[]
  lastPage?: number
}

/** A refusal of the API, to be thrown: it goes out as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: Facts = {},
  ) {
    super(code)
  }
}

/** The problem that stands for a refusal of a use case. */
export function problemOf(refusal: string, values?: Values): Problem {
  if (refusal === 'notFound' || refusal === 'badRequest') return new Problem('not-found')
  if (refusal === 'notAllowed') return new Problem('other-place')
  if (refusal === 'notReleased') return new Problem('not-released', { values })
  if (refusal === 'beingEstimated') return new Problem('being-estimated')
  return new Problem('went-wrong')
}
