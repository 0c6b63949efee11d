import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublishedModulesPage } from '~/authoring/modules/PublishedModulesPage'
import { startModule } from '~/authoring/modules/start-module.server'
import { listPublished } from '~/authoring/modules/view-published.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('modules', 'published.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { rows: listPublished(actor) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  return redirect(paths.studioModule(await startModule(actor)), 303)
}

export default function StudioModules() {
  return <PublishedModulesPage {...useLoaderData<typeof loader>()} />
}
