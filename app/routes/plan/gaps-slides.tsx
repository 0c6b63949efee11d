import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { makeSlides } from '~/interchange/meeting/make-slides.server'
import styles from '~/interchange/meeting/meeting.css?url'
import { leftOut } from '~/interchange/meeting/slide'
import { SlidesPage } from '~/interchange/meeting/SlidesPage'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns', sheets: true }
export const meta = pageTitle('meeting', 'slides.name')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return {
    view: makeSlides(actor, params.id!, context.prefs.locale),
    without: leftOut(new URL(request.url).searchParams),
  }
}

export default function GapsSlides() {
  return <SlidesPage {...useLoaderData<typeof loader>()} />
}
