import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TasksPage } from '~/assessment/practice/catalogue/TasksPage'
import { listTasks } from '~/assessment/practice/catalogue/view-tasks.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('route', 'tasks.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { rows: listTasks(actor) }
}

export default function PracticeTasks() {
  return <TasksPage {...useLoaderData<typeof loader>()} />
}
