import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GuidePage } from '~/learning/GuidePage'
import { viewGuide } from '~/learning/view-guide.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('learning', 'guide.here')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return viewGuide(actor, params.module!, context.prefs.locale)
}

export default function GuideRoute() {
  return <GuidePage view={useLoaderData<typeof loader>()} />
}
