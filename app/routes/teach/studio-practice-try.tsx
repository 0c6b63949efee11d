import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepTry, tryMove, viewTaskTry } from '~/authoring/practice/try-task.server'
import { TryTaskPage } from '~/authoring/practice/TryTaskPage'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'items', form: true }
export const meta = pageTitle('tasks', 'try.link')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const note = (['kept', 'changed'] as const).find(
    (each) => each === new URL(request.url).searchParams.get('note'),
  )
  return { view: viewTaskTry(actor, params.id ?? ''), note: note ?? null }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const id = params.id ?? ''
  const switched = switchedLocale(context, form) !== null
  const intent = switched ? null : form.get('intent')
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 200)
  const name = { vi: text('name.vi'), en: text('name.en') }
  const nameless = intent === 'mistake' && name.vi === ''
  if ((intent === 'model' || intent === 'mistake') && !nameless) {
    const kept = await keepTry(actor, id, {
      seen: Number(form.get('seen')) || 0,
      written: String(form.get('moves') ?? ''),
      as: intent === 'model' ? 'model' : name,
    })
    return redirect(paths.studioTaskTry(id, { note: kept ? 'kept' : 'changed' }), 303)
  }
  const tried = tryMove(actor, id, form, switched)
  return data({ tried, nameless }, nameless || tried.faults.length > 0 ? 400 : 200)
}

export default function StudioPracticeTry() {
  const back = useActionData<typeof action>()
  return (
    <TryTaskPage
      {...useLoaderData<typeof loader>()}
      tried={back?.tried ?? null}
      nameless={back?.nameless ?? false}
    />
  )
}
