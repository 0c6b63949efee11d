import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { practiceResult } from '~/learning/practice/practice-views.server'
import { PracticeResultPage } from '~/learning/practice/PracticeResultPage'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle(
  'practice',
  'result.title',
  ({ page }: { page: { title: string } }) => page.title,
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const page = practiceResult(actor, params.code!, context.prefs.locale)
  if (!page) throw redirect(paths.practice(params.code!))
  return { page }
}

export default function PracticeResultRoute() {
  return <PracticeResultPage {...useLoaderData<typeof loader>()} />
}
