import { isRouteErrorResponse } from '@remix-run/react'
import type { LapsedBody } from '~/platform/http/context.server'
import { isAppErrorBody, type AppErrorBody } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'

/** What the product knows about an error: its code, or that something went wrong. */
export function errorBody(error: unknown): AppErrorBody | LapsedBody {
  if (!isRouteErrorResponse(error)) return { code: 'wentWrong' }
  const body: unknown = typeof error.data === 'string' ? parsed(error.data) : error.data
  if (isAppErrorBody(body)) return body
  if (error.status === 404) return { code: 'notFound' }
  return { code: error.status >= 400 && error.status < 500 ? 'badRequest' : 'wentWrong' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function isLapsed(body: AppErrorBody | LapsedBody): body is LapsedBody {
  return body.code === 'signInNeeded' && 'pending' in body
}

export function errorTitle(error: unknown, locale: Locale): string {
  const { code, values } = errorBody(error)
  return `${getT(locale, 'errors')(`${code}.title`, values)} · ${getT(locale, 'shell')('product')}`
}

/** The frame of an error page: a learner's, with a form only where one signs in again. */
export function errorHandle(error: unknown): RouteHandle {
  return { form: isLapsed(errorBody(error)) }
}
