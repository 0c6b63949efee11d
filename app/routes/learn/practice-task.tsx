import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { afterMove, type PracticeReply } from '~/assessment/practice/PracticeScreen'
import { doPractice, typedPractice } from '~/learning/practice/do-practice.server'
import { practiceTask } from '~/learning/practice/practice-views.server'
import { PracticeTaskPage } from '~/learning/practice/PracticeTaskPage'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn', form: true }
export const meta = pageTitle('practice', 'title', ({ page }: { page: { title: string } }) => page.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const page = practiceTask(actor, params.code!, context.prefs.locale)
  if (!page) throw redirect(paths.practice(params.code!))
  const hints = Number(new URL(request.url).searchParams.get('hints')) || 0
  return { page, hints }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code!
  const form = await request.formData()
  const asked = form.get('end') === 'ask'
  if (asked || form.has('hint') || switchedLocale(context, form)) {
    const typed = typedPractice(actor, code, form)
    return data<PracticeReply>({ typed, faults: [], stale: false, ask: asked })
  }
  const { outcome, typed } = await doPractice(actor, code, form)
  switch (outcome.kind) {
    case 'done':
      return redirect(`${paths.practiceTask(code)}${afterMove}`, 303)
    case 'ended':
      return redirect(paths.practiceResult(code), 303)
    case 'notBegun':
      return redirect(paths.practice(code), 303)
    case 'stale':
      return data<PracticeReply>({ typed, faults: [], stale: true, ask: false }, 409)
    case 'fault':
      return data<PracticeReply>({ typed, faults: outcome.faults, stale: false, ask: false }, 400)
  }
}

export default function PracticeTaskRoute() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <PracticeTaskPage {...view} reply={reply} />
}
