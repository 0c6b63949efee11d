import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { safePath } from '~/paths'
import { currentActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { homeOf } from './nav'
import { OtherAccountPage } from './OtherAccountPage'
import { SignInPage } from './SignInPage'
import { answerSignIn, readSignIn } from './sign-in.server'

export const handle: RouteHandle = { form: true }
export const meta = pageTitle('auth', 'signIn.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await currentActor(context)
  const query = new URL(request.url).searchParams
  const to = safePath(query.get('to'))
  if (!actor) return { to, home: null }
  const home = homeOf(actor)
  if (query.get('other') === '1') return { to, home }
  throw redirect(to ?? home)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = readSignIn(form)
  if (switchedLocale(context, form)) return data({ typed, answer: null })
  const answer = await answerSignIn(context, request, form, typed)
  return data({ typed, answer }, 400)
}

export default function SignIn() {
  const { to, home } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (home) return <OtherAccountPage home={home} />
  return <SignInPage to={to ?? undefined} typed={back?.typed} answer={back?.answer ?? null} />
}
