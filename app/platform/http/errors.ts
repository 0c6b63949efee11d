/** Errors that a person can meet: a code and a status here, the text in locales/…/errors.json (`<code>.title`, `.text`, `.mend`). */
export const appErrors = {
  badRequest: 400,
  signInNeeded: 401,
  notAllowed: 403,
  notFound: 404,
  moduleWithdrawn: 410,
  lessonWithdrawn: 410,
  campaignClosed: 410,
  campaignNotOpen: 409,
  alreadySubmitted: 409,
  attemptsSpent: 409,
  notReleased: 403,
  beingEstimated: 409,
  tooLarge: 413,
  tooMany: 429,
  wentWrong: 500,
  notReady: 503,
} as const

export type AppErrorCode = keyof typeof appErrors
export type AppErrorBody = { code: AppErrorCode; values?: Record<string, string | number> }

/** A refusal to throw: the error page of the product shows its text in the person's language. */
export function refuse(code: AppErrorCode, values?: AppErrorBody['values']): Response {
  const body: AppErrorBody = values ? { code, values } : { code }
  return new Response(JSON.stringify(body), {
    status: appErrors[code],
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  })
}

export function isAppErrorBody(value: unknown): value is AppErrorBody {
  return typeof value === 'object' && value !== null && 'code' in value && String(value.code) in appErrors
}
