import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { markAnswer } from '~/learning/marking/mark-answer.server'
import { MarkAnswerPage, type MarkReply } from '~/learning/marking/MarkAnswerPage'
import { typedMark, viewAnswer } from '~/learning/marking/view-answer.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('marking', 'answer.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const saved = new URL(request.url).searchParams.get('note') === 'saved'
  return { view: viewAnswer(actor, params.id ?? '', context.prefs.locale), saved }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'marking.mark')
  const form = await request.formData()
  const id = params.id ?? ''
  const fields = new Map(Object.entries(typedIn(form)))
  if (switchedLocale(context, form))
    return data<MarkReply>({ typed: typedMark(actor, id, fields), outcome: null })
  const outcome = await markAnswer(actor, { id, seen: Number(form.get('seen')) || 0, fields })
  if (outcome.kind === 'saved')
    return redirect(
      outcome.next ? paths.markAnswer(outcome.next, { note: 'saved' }) : paths.marking({ note: 'saved' }),
      303,
    )
  return data<MarkReply>({ typed: outcome.typed, outcome }, outcome.kind === 'fault' ? 400 : 409)
}

export default function MarkAnswer() {
  const { view, saved } = useLoaderData<typeof loader>()
  return <MarkAnswerPage view={view} reply={useActionData<typeof action>() ?? null} saved={saved} />
}
