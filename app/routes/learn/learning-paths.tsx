import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PathsPage } from '~/learning/paths/PathsPage'
import { listPaths } from '~/learning/paths/position-paths.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('route', 'list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { departments: listPaths(actor, context.prefs.locale) }
}

export default function LearningPaths() {
  return <PathsPage {...useLoaderData<typeof loader>()} />
}
