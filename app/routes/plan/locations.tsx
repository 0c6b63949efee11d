import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import {
  locationsIn,
  saveLocations,
  uploadLocations,
  viewLocations,
} from '~/people/locations/locations.server'
import { LocationsCheckPage, LocationsPage } from '~/people/locations/LocationsPage'
import type { Location, LocationFault } from '~/people/locations/read-locations'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { getT, translateMessage } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('clusters', 'locations.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const view = viewLocations(await requireActor(context, request))
  const query = new URL(request.url).searchParams
  return { view, saved: query.get('note') === 'saved' ? Number(query.get('count')) || 0 : null }
}

type Reply = { locations?: Location[]; error?: string; faults?: LocationFault[] }

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'clusters.edit')
  const form = await request.formData()
  const switched = switchedLocale(context, form) !== null
  const { locale } = context.prefs
  const reply = (value: Reply, status: number) => data(value, status)
  if (form.get('intent') === 'confirm') {
    const locations = locationsIn(actor, String(form.get('locations')))
    if (switched) return reply({ locations }, 200)
    const count = await saveLocations(actor, locations)
    return redirect(paths.locations({ note: 'saved', count }), 303)
  }
  if (switched) return reply({}, 200)
  const file = form.get('file')
  if (!(file instanceof File) || file.name === '')
    return reply({ error: getT(locale, 'clusters')('locations.noFile') }, 400)
  const read = await uploadLocations(actor, new Uint8Array(await file.arrayBuffer()), file.name)
  if (read.kind === 'faults') return reply({ faults: read.faults }, 400)
  if (read.kind === 'read') return reply({ locations: read.locations }, 200)
  const words = [read.message, read.mend].map((each) => translateMessage(locale, 'roster', each))
  return reply({ error: words.join(' ') }, 400)
}

export default function Locations() {
  const loaded = useLoaderData<typeof loader>()
  const { locations, error, faults }: Reply = useActionData<typeof action>() ?? {}
  if (locations) return <LocationsCheckPage view={loaded.view} locations={locations} />
  const saved = error || faults ? null : loaded.saved
  return <LocationsPage view={loaded.view} saved={saved} error={error} faults={faults ?? []} />
}
