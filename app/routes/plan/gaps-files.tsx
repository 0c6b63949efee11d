import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FilesPage } from '~/interchange/meeting/FilesPage'
import { listFiles } from '~/interchange/meeting/list-files.server'
import styles from '~/interchange/meeting/meeting.css?url'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('meeting', 'files.title')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const measure = new URL(request.url).searchParams.get('measure') ?? ''
  return { view: listFiles(actor, params.id!, measure, context.prefs.locale) }
}

export default function GapsFiles() {
  return <FilesPage view={useLoaderData<typeof loader>().view} />
}
