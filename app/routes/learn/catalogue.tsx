import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CataloguePage } from '~/learning/CataloguePage'
import { learnerOf } from '~/learning/learner.server'
import { viewCatalogue } from '~/learning/view-catalogue.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('learning', 'list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  return viewCatalogue(learner, new URL(request.url).searchParams, context.prefs.locale)
}

export default function CatalogueRoute() {
  return <CataloguePage catalogue={useLoaderData<typeof loader>()} />
}
