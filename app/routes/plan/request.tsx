import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordStanding, undoStanding } from '~/campaigns/requests/record-standing.server'
import { readChange } from '~/campaigns/requests/request-form'
import { RequestScreen, type RequestNote, type RequestReply } from '~/campaigns/requests/RequestScreen'
import { viewRequest } from '~/campaigns/requests/view-request.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('requests', 'one.title')

const notes = ['saved', 'same', 'undone'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const key = notes.find((each) => each === query.get('note'))
  const note: RequestNote | null = key ? { key, count: Number(query.get('count') ?? 0) } : null
  return { view: viewRequest(actor, params.id!, params.request!, query.get('change')), note }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const [id, key] = [params.id!, params.request!]
  viewRequest(actor, id, key, null)
  const form = await request.formData()
  const typed = typedIn(form)
  const communes = form.getAll('commune').map(String)
  const reply = (errors: Record<string, string>, status: number) =>
    data<{ reply: RequestReply }>({ reply: { typed, errors, communes } }, status)
  if (switchedLocale(context, form) !== null) return reply({}, 200)
  switch (form.get('intent')) {
    case 'save': {
      const { value, faults } = readChange(typed, communes)
      if (faults) return reply(faults, 400)
      const { change, communes: count } = await recordStanding(actor, id, key, value)
      if (change === null) return redirect(paths.request(id, key, { note: 'same' }), 303)
      return redirect(paths.request(id, key, { note: 'saved', change, count }), 303)
    }
    case 'undo': {
      const count = await undoStanding(actor, id, String(form.get('change') ?? ''))
      return redirect(paths.request(id, key, count > 0 ? { note: 'undone', count } : {}), 303)
    }
    default:
      throw refuse('badRequest')
  }
}

export default function HandleRequest() {
  const { view, note } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply
  return <RequestScreen view={view} note={reply ? null : note} reply={reply} />
}
