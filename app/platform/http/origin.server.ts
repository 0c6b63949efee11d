import { env } from '~/env.server'

/** The address people reach this installation by, without a slash at the end: as set, else as this request came. */
export function originOf(request: Request): string {
  return (env.APP_URL ?? new URL(request.url).origin).replace(/\/$/, '')
}
