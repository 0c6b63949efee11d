import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { readHours } from '~/planning/resources/travel-form'
import { saveHours, viewTravel } from '~/planning/resources/travel.server'
import { HoursFormPage, TravelPage } from '~/planning/resources/TravelPage'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('planning', 'travel.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { searchParams } = new URL(request.url)
  return { view: viewTravel(actor, searchParams.get('venue')), note: searchParams.get('note') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const typed = typedIn(form)
  const { chosen, communes } = viewTravel(actor, typed.venue ?? null)
  if (!chosen) throw refuse('badRequest')
  const reply = (value: Partial<FormReply>, status: number) =>
    data({ reply: { typed, errors: {}, ...value } }, status)
  if (switchedLocale(context, form) !== null) return reply({}, 200)
  const codes = communes.map(({ code }) => code)
  const { value, faults } = readHours(typed, codes)
  if (faults) return reply(faults, 400)
  await saveHours(actor, chosen.id, value)
  return redirect(paths.planTravel({ note: 'saved' }), 303)
}

export default function PlanTravel() {
  const { view, note } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply
  return view.chosen ? <HoursFormPage view={view} reply={reply} /> : <TravelPage view={view} note={note} />
}
