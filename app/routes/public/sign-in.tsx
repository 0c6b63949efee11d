import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { safePath } from '~/paths'
import { currentActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { homeOf } from './nav'
import { SignInPage } from './SignInPage'
import { answerSignIn, readSignIn } from './sign-in.server'

export const handle: RouteHandle = { form: true }
export const meta = pageTitle('auth', 'signIn.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await currentActor(context)
  const to = safePath(new URL(request.url).searchParams.get('to'))
  if (actor) throw redirect(to ?? homeOf(actor))
  return { to }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = readSignIn(form)
  if (switchedLocale(context, form)) return data({ typed, answer: null })
  const answer = await answerSignIn(context, request, form, typed)
  return data({ typed, answer }, answer.kind === 'otherAccount' ? 200 : 400)
}

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <SignInPage to={to ?? undefined} typed={back?.typed} answer={back?.answer ?? null} />
}
