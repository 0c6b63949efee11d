import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelSchema } from '~/classes/class-form'
import { managedClass } from '~/classes/class-at.server'
import { ClassPage, type ClassNote } from '~/classes/ClassPage'
import { cancelClass, deleteClass } from '~/classes/end-class.server'
import { viewGain } from '~/classes/quiz/class-gain.server'
import { viewClass, type ClassView } from '~/classes/view-class.server'
import { paths } from '~/paths'
import { positionNames } from '~/people/positions/positions.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'classes' }
export const meta = pageTitle('classes', 'title', ({ name }: { name: string }) => name)

const notes = ['created', 'saved', 'added', 'cancelled', 'imported'] as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = viewClass(actor, params.id!)
  const query = new URL(request.url).searchParams
  const key = notes.find((each) => each === query.get('note'))
  const note: ClassNote | null = key ? { key, count: Number(query.get('count') ?? 0) } : null
  return {
    view,
    name: view.class.title[context.prefs.locale],
    gain: viewGain(actor, params.id!),
    positions: positionNames(),
    ask: askedIn(query, view),
    note,
  }
}

function askedIn(query: URLSearchParams, { state, people }: ClassView): 'cancel' | 'delete' | null {
  const ask = query.get('ask')
  if (ask === 'cancel' && (state === 'planned' || state === 'running')) return ask
  return ask === 'delete' && people.length === 0 ? ask : null
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { id } = managedClass(actor, params.id!)
  const form = await request.formData()
  const answer = (reply: FormReply, status: number) => data({ reply }, status)
  switch (form.get('intent')) {
    case 'cancel': {
      if (switchedLocale(context, form)) return answer({ typed: typedIn(form), errors: {} }, 200)
      const { value, reply } = parseForm(form, cancelSchema)
      if (reply) return answer(reply, 400)
      await cancelClass(actor, id, value.reason)
      return redirect(paths.trainingClass(id, { note: 'cancelled' }), 303)
    }
    case 'delete':
      return (await deleteClass(actor, id))
        ? redirect(paths.classes({ note: 'deleted' }), 303)
        : redirect(paths.trainingClass(id), 303)
    default:
      throw refuse('badRequest')
  }
}

export default function ClassRoute() {
  const { name: _, ...page } = useLoaderData<typeof loader>()
  return <ClassPage {...page} reply={useActionData<typeof action>()?.reply} />
}
