import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { communesIn } from '~/people/places/places.server'
import { readVenue } from '~/planning/resources/resource-form'
import { resourcesProvince, saveVenue, setRemoved } from '~/planning/resources/save-resource.server'
import { VenueFormPage, VenuesPage } from '~/planning/resources/VenuesPage'
import { viewVenues } from '~/planning/resources/view-resources.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('planning', 'venues.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const [edit, remove, removed] = ['edit', 'remove', 'removed'].map((name) => searchParams.get(name))
  return { view: viewVenues(actor, { edit, remove, removed }), note: searchParams.get('note') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const provinceCode = resourcesProvince(actor)
  const form = await request.formData()
  const typed = typedIn(form)
  const { intent, id } = typed
  if (intent === 'remove' && id) {
    await setRemoved(actor, 'venue', id, true)
    return redirect(paths.planVenues({ removed: id }), 303)
  }
  if (intent === 'restore' && id) {
    await setRemoved(actor, 'venue', id, false)
    return redirect(paths.planVenues({ note: 'restored' }), 303)
  }
  const reply = (value: Partial<FormReply>, status: number) =>
    data({ reply: { typed, errors: {}, ...value } }, status)
  if (switchedLocale(context, form) !== null) return reply({}, 200)
  const { value, faults } = readVenue(typed, new Set(communesIn(provinceCode).map(({ code }) => code)))
  if (faults) return reply(faults, 400)
  await saveVenue(actor, id ?? null, value)
  return redirect(paths.planVenues({ note: 'saved' }), 303)
}

export default function PlanVenues() {
  const { view, note } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply
  if (view.edited === undefined && !reply) return <VenuesPage view={view} note={note} />
  return <VenueFormPage view={view} reply={reply} />
}
