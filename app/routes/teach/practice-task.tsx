import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TaskPage } from '~/assessment/practice/catalogue/TaskPage'
import { viewTask } from '~/assessment/practice/catalogue/view-tasks.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pick } from '~/platform/i18n/locale'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('route', 'tasks.title', ({ name }: { name: string }) => name)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = viewTask(actor, params.code ?? '')
  return { view, name: pick(view.scenario.title, context.prefs.locale) }
}

export default function PracticeTaskDoor() {
  return <TaskPage {...useLoaderData<typeof loader>().view} />
}
