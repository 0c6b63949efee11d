import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PathPage } from '~/learning/paths/PathPage'
import { viewPath, type PositionPath } from '~/learning/paths/position-paths.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('route', 'list.title', ({ page }: { page: PositionPath }) => page.position.name)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { page: viewPath(actor, params.position ?? '', context.prefs.locale) }
}

export default function LearningPath() {
  return <PathPage {...useLoaderData<typeof loader>()} />
}
