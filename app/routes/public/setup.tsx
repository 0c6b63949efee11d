import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import {
  createFirstAdministrator,
  setupTokenState,
} from '~/people/accounts/create-first-administrator.server'
import { setupSchema } from '~/people/accounts/setup-form'
import { switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'
import { SetupPage } from './SetupPage'

export const handle: RouteHandle = { form: true }
export const meta = pageTitle('auth', 'setup.title')

const secrets = ['next', 'again']

function tokenOf(request: Request): string | null {
  return new URL(request.url).searchParams.get('token')
}

export async function loader({ request }: LoaderFunctionArgs) {
  return { state: await setupTokenState(tokenOf(request)) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  if (switchedLocale(context, form)) return data({ reply: { typed: typedIn(form, secrets), errors: {} } })
  const { value, reply } = parseForm(form, setupSchema, secrets)
  if (reply) return refusedForm(reply)
  const { displayName, loginName: username, next: password } = value
  const { locale } = context.prefs
  const token = tokenOf(request) ?? ''
  const answer = await createFirstAdministrator({ token, displayName, username, password, locale })
  if (answer.refused === 'usernameTaken') {
    return refusedForm({ typed: typedIn(form, secrets), errors: { loginName: 'username.taken' } })
  }
  if (answer.refused) return redirect(paths.setup(token), 303)
  answer.cookies.forEach((cookie) => context.setCookie(cookie))
  return redirect(paths.accounts(), 303)
}

export default function Setup() {
  const { state } = useLoaderData<typeof loader>()
  return <SetupPage state={state} reply={useActionData<typeof action>()?.reply} />
}
