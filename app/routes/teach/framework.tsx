import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FrameworkPage } from '~/assessment/catalogue/FrameworkPage'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'framework.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'items.view')
  return { framework: latestFramework(profileFramework).framework }
}

export default function FrameworkRoute() {
  return <FrameworkPage {...useLoaderData<typeof loader>()} />
}
