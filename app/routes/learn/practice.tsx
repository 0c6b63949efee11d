import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { startPractice } from '~/learning/practice/do-practice.server'
import { practiceStart } from '~/learning/practice/practice-views.server'
import { PracticePage } from '~/learning/practice/PracticePage'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('practice', 'title', ({ page }: { page: { title: string } }) => page.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { page: practiceStart(actor, params.code!, context.prefs.locale) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  await startPractice(actor, params.code!)
  return redirect(paths.practiceTask(params.code!), 303)
}

export default function Practice() {
  return <PracticePage {...useLoaderData<typeof loader>()} />
}
