import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { activateAccount } from '~/people/accounts/activate-account.server'
import { findSlip } from '~/people/accounts/find-slip.server'
import { newPasswordSchema } from '~/people/accounts/new-password'
import { setPrefs, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { parseLocale } from '~/platform/i18n/locale'
import { pageTitle } from '../page-title'
import { ActivatePage } from './ActivatePage'
import { homeOf } from './nav'

export const handle: RouteHandle = { form: true }
export const meta = pageTitle('auth', 'activate.title')

export async function action({ request, context }: ActionFunctionArgs) {
  const { clientAddress } = context
  const form = await request.formData()
  const code = String(form.get('code') ?? '')
  const choosing = form.get('step') === 'password'
  const switched = switchedLocale(context, form)
  const locale = switched ?? parseLocale(form.get('locale') ?? context.prefs.locale)
  const typed = { code, shared: form.get('shared') === '1', locale }
  if (switched && !choosing) return data({ typed, slip: null, refused: null, errors: {} })
  if (code.trim() === '')
    return data({ typed, slip: null, refused: { reason: 'empty' as const }, errors: {} }, 400)

  const { slip, refused } = await findSlip(code, clientAddress)
  if (refused)
    return data({ typed, slip: null, refused, errors: {} }, refused.reason === 'tooMany' ? 429 : 400)
  if (switched || !choosing) return data({ typed, slip, refused: null, errors: {} })

  const { value, reply } = parseForm(form, newPasswordSchema(slip.username), ['next', 'again'])
  if (reply) return data({ typed, slip, refused: null, errors: reply.errors }, 400)
  const prefs = { ...context.prefs, locale: typed.locale }
  const answer = await activateAccount({
    code,
    password: value.next,
    prefs,
    shared: typed.shared,
    clientAddress,
  })
  if (answer.refused) return data({ typed, slip: null, refused: answer.refused, errors: {} }, 400)
  answer.activated.cookies.forEach((cookie) => context.setCookie(cookie))
  setPrefs(context, prefs)
  return redirect(homeOf(answer.activated), 303)
}

export default function Activate() {
  return <ActivatePage back={useActionData<typeof action>()} />
}
