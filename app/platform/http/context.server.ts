import type { AppLoadContext } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { cookieSecure } from '~/env.server'
import { paths } from '~/paths'
import { readSession, type CurrentSession } from '~/platform/auth/sessions.server'
import { parseLocale, type Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { AppErrorBody } from './errors'
import { parsePrefs, prefsCookie, type Prefs } from './prefs'

declare module '@remix-run/node' {
  interface AppLoadContext {
    requestId: string
    nonce: string
    clientAddress: string
    acceptEncoding: string
    prefs: Prefs
    setCookie(value: string): void
    session(): Promise<CurrentSession | null>
  }
}

type ContextSource = {
  cookieHeader: string | null | undefined
  requestId: string
  nonce: string
  clientAddress: string
  acceptEncoding: string
  setCookie(value: string): void
}

/** What one request carries through its loaders and its action; the session is read once. */
export function makeContext(source: ContextSource): AppLoadContext {
  const { cookieHeader, ...rest } = source
  let session: Promise<CurrentSession | null> | null = null
  return {
    ...rest,
    prefs: parsePrefs(cookieHeader),
    session: () => (session ??= readSession(cookieHeader)),
  }
}

/** Reads this page in `prefs` from now on, and remembers it on the machine. */
export function setPrefs(context: AppLoadContext, prefs: Partial<Prefs>): void {
  context.prefs = { ...context.prefs, ...prefs }
  context.setCookie(prefsCookie(context.prefs, cookieSecure))
}

/** The language that the switch inside a form asks for: nothing is saved, the form comes back as typed. */
export function switchedLocale(context: AppLoadContext, form: FormData): Locale | null {
  const wanted = form.get('switchLocale')
  if (typeof wanted !== 'string') return null
  const locale = parseLocale(wanted)
  setPrefs(context, { locale })
  return locale
}

export async function currentActor(context: AppLoadContext): Promise<Actor | null> {
  return (await context.session())?.actor ?? null
}

/** The actor of a request. Without a session a GET goes to sign-in and comes back; a POST keeps what was typed. */
export async function requireActor(context: AppLoadContext, request: Request): Promise<Actor> {
  const actor = await currentActor(context)
  if (actor) return actor
  throw await signInFirst(request)
}

/** The answer to throw at somebody who has to sign in before `request` can be served; `form` is its form, once read. */
export async function signInFirst(request: Request, form?: FormData): Promise<Response> {
  const url = new URL(request.url)
  const to = url.pathname + url.search
  if (request.method === 'GET') return redirect(paths.signIn({ to }))
  const sent =
    form ??
    (await request
      .clone()
      .formData()
      .catch(() => null))
  return lapsed(sent, to)
}

/** What stands in a form when the session has lapsed: the error page signs in and sends it on. */
export type LapsedBody = AppErrorBody & { to: string; pending: [string, string][] }

function lapsed(form: FormData | null, to: string): Response {
  const pending: [string, string][] = []
  form?.forEach((value, name) => {
    if (typeof value === 'string') pending.push([name, value])
  })
  const body: LapsedBody = { code: 'signInNeeded', to, pending }
  return new Response(JSON.stringify(body), {
    status: 401,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  })
}
