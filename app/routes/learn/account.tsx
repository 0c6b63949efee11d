import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths, safePath } from '~/paths'
import { OwnAccountPage } from '~/people/accounts/OwnAccountPage'
import { acknowledgeSlip } from '~/people/accounts/acknowledge-slip.server'
import { changePassword } from '~/people/accounts/change-password.server'
import { passwordChangeSchema } from '~/people/accounts/password-change-form'
import { savePrefs } from '~/people/accounts/save-prefs.server'
import { signOutEverywhere } from '~/people/accounts/sign-out-everywhere.server'
import { viewOwnAccount } from '~/people/accounts/view-own-account.server'
import { clearedSessionCookies } from '~/platform/auth/sessions.server'
import { requireActor, setPrefs, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { parseLocale } from '~/platform/i18n/locale'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { form: true }
export const meta = pageTitle('auth', 'account.title')

const saved = ['password', 'language'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const session = await context.session()
  const done = new URL(request.url).searchParams.get('saved')
  return {
    account: await viewOwnAccount(actor),
    locale: context.prefs.locale,
    shared: session?.shared ?? false,
    saved: saved.find((each) => each === done) ?? null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const session = await context.session()
  const form = await request.formData()
  if (switchedLocale(context, form)) {
    await savePrefs(actor, context.prefs)
    return data({ reply: { typed: {}, errors: {} } })
  }
  switch (form.get('intent')) {
    case 'acknowledge':
      await acknowledgeSlip(actor)
      return redirect(safePath(form.get('to')) ?? paths.home(), 303)
    case 'language':
      setPrefs(context, { locale: parseLocale(form.get('locale')) })
      await savePrefs(actor, context.prefs)
      return redirect(paths.account({ saved: 'language' }), 303)
    case 'sign-out-everywhere':
      await signOutEverywhere(actor)
      clearedSessionCookies().forEach((cookie) => context.setCookie(cookie))
      return redirect(paths.signOut(), 303)
    case 'password': {
      const { value, reply } = parseForm(form, passwordChangeSchema, ['current', 'next', 'again'])
      if (reply) return refusedForm(reply)
      const fault = await changePassword(actor, { ...value, sessionId: session?.id ?? '' })
      if (!fault) return redirect(paths.account({ saved: 'password' }), 303)
      const field = fault === 'wrongCurrent' || fault === 'tooMany' ? 'current' : 'next'
      return refusedForm({ typed: {}, errors: { [field]: `password.${fault}` } })
    }
    default:
      throw refuse('badRequest')
  }
}

export default function Account() {
  const view = useLoaderData<typeof loader>()
  return <OwnAccountPage {...view} errors={useActionData<typeof action>()?.reply.errors ?? {}} />
}
