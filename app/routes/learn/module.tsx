import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { learnerOf, readableModule } from '~/learning/learner.server'
import { ModulePage } from '~/learning/ModulePage'
import { settleModule } from '~/learning/progress.server'
import { viewModule, type ModuleView } from '~/learning/view-module.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('learning', 'list.title', (view: ModuleView) => view.card.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module!)
  await settleModule(learner, module, context)
  return viewModule(learner, module, context.prefs.locale)
}

export default function ModuleRoute() {
  return <ModulePage view={useLoaderData<typeof loader>()} />
}
