import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CataloguePage } from '~/learning/CataloguePage'
import { ForgetPage } from '~/learning/ForgetPage'
import { learnerOf } from '~/learning/learner.server'
import { OwnPathLinks } from '~/learning/paths/OwnPathLinks'
import { ownPaths } from '~/learning/paths/position-paths.server'
import { viewCatalogue } from '~/learning/view-catalogue.server'
import { forgetVisitor } from '~/learning/visitor-cookie.server'
import { paths } from '~/paths'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('learning', 'list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  const search = new URL(request.url).searchParams
  const forget = search.get('view') === 'forget' && learner.kind === 'visitor'
  const { locale } = context.prefs
  return {
    forget,
    catalogue: viewCatalogue(learner, search, locale),
    own: ownPaths(learner.actor, locale),
  }
}

/** Forgets what this machine remembers of somebody without an account. */
export function action({ context }: ActionFunctionArgs) {
  forgetVisitor(context)
  return redirect(paths.learn(), 303)
}

export default function CatalogueRoute() {
  const { forget, catalogue, own } = useLoaderData<typeof loader>()
  return forget ? (
    <ForgetPage />
  ) : (
    <CataloguePage
      catalogue={catalogue}
      ways={<OwnPathLinks positions={own} all={catalogue.who !== 'visitor'} />}
    />
  )
}
