import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { planAt } from '~/planning/plan-row.server'
import type { EditReply } from '~/planning/results/ClassEditForm'
import { ClassScreen } from '~/planning/results/ClassScreen'
import { viewClassOf } from '~/planning/results/class-view.server'
import { changeClass, editClassOf } from '~/planning/results/edit-class.server'
import { classIntents } from '~/planning/results/class-wishes'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('plans', 'class.title', ({ title }: { title: string }) => title)

const notes = ['pinned', 'unpinned', 'edited'] as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = viewClassOf(actor, params.id!, Number(params.number), params.key!, context.prefs.locale)
  const asked = new URL(request.url).searchParams.get('note')
  const note = notes.find((each) => each === asked) ?? null
  return { view, note, title: view.names.modules[view.each.module] ?? view.each.module }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const [planId, number, key] = [params.id!, Number(params.number), params.key!]
  planAt(actor, 'plans.manage', planId)
  const form = await request.formData()
  const ref = { planId, number, key, revision: Number(form.get('revision')) }
  const answer = (reply: EditReply, status: number) => data({ reply }, status)
  const back = (note: string) => redirect(paths.planClass(planId, number, key, { note }), 303)
  const intent = form.get('intent')
  if (intent === 'edit') {
    const typed = typedIn(form)
    if (switchedLocale(context, form) !== null) return answer({ typed, errors: {} }, 200)
    const refused = await editClassOf(actor, ref, typed, context.prefs.locale)
    return refused ? answer({ typed, ...refused }, 400) : back('edited')
  }
  const known = classIntents.find((each) => each === intent)
  if (!known) throw refuse('badRequest')
  const fault = await changeClass(actor, ref, known)
  const whole = (note: string) => redirect(paths.planScenario(planId, number, { note }), 303)
  if (fault) return whole(fault)
  if (known === 'pin') return back('pinned')
  if (known === 'unpin') return back('unpinned')
  return whole(known === 'fewer' ? 'limited' : 'forbidden')
}

export default function PlanClass() {
  const { view, note } = useLoaderData<typeof loader>()
  return <ClassScreen view={view} note={note} reply={useActionData<typeof action>()?.reply} />
}
