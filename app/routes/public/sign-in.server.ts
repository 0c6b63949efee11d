import { redirect, type AppLoadContext } from '@remix-run/node'
import { paths, safePath } from '~/paths'
import { signIn, type SignInRefusal } from '~/people/accounts/sign-in.server'
import { wasAnotherAccount } from '~/platform/auth/sessions.server'
import { setPrefs } from '~/platform/http/context.server'
import { pendingFields } from '~/platform/http/lapsed-form'
import { prefsCookieName } from '~/platform/http/prefs'
import { homeOf } from './nav'

export type TypedSignIn = {
  username: string
  shared: boolean
  to?: string
  /** Fields of the form that a lapsed session kept from being saved. */
  pending?: [string, string][]
}

export type SignInAnswer =
  { kind: 'empty'; username: boolean; password: boolean } | { kind: 'refused'; refusal: SignInRefusal }

/** What the form carried, the password left out: it is never sent back. */
export function readSignIn(form: FormData): TypedSignIn {
  return {
    username: String(form.get('username') ?? ''),
    shared: form.get('shared') === '1',
    to: safePath(form.get('to')) ?? undefined,
    pending: form.get('resume') === '1' ? pendingFields(form) : undefined,
  }
}

/** Signs in and throws the redirect onwards, or says why not. */
export async function answerSignIn(
  context: AppLoadContext,
  request: Request,
  form: FormData,
  typed: TypedSignIn,
): Promise<SignInAnswer> {
  const password = String(form.get('password') ?? '')
  if (typed.username.trim() === '' || password === '') {
    return { kind: 'empty', username: typed.username.trim() === '', password: password === '' }
  }
  const cookieHeader = request.headers.get('cookie') ?? ''
  const { shared } = typed
  const { signedIn, refused } = await signIn({
    username: typed.username,
    password,
    shared,
    clientAddress: context.clientAddress,
  })
  if (refused) return { kind: 'refused', refusal: refused }

  signedIn.cookies.forEach((cookie) => context.setCookie(cookie))
  // A machine of one's own keeps what was chosen on it; a shared or a new one follows the account.
  if (shared || !cookieHeader.includes(`${prefsCookieName}=`)) setPrefs(context, signedIn.prefs)
  const home = homeOf(signedIn)
  if (!typed.pending) throw redirect(typed.to ?? home, 303)
  if (wasAnotherAccount(cookieHeader, signedIn.accountId)) throw redirect(paths.signIn({ other: '1' }), 303)
  // 307 makes the browser send the same form again, now signed in, to where it was going.
  throw typed.to ? redirect(typed.to, 307) : redirect(home, 303)
}
