import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TaskPage } from '~/assessment/practice/catalogue/TaskPage'
import { viewTask } from '~/assessment/practice/catalogue/view-tasks.server'
import { TaskVersionsPanel } from '~/authoring/practice/TaskVersionsPanel'
import { viewContentVersions } from '~/authoring/review/view-content-versions.server'
import { contentNoteIn, type ContentNote } from '~/authoring/review/content-notes'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pick } from '~/platform/i18n/locale'
import { pageTitle } from '../page-title'
import { publishedAction } from './published-action.server'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('route', 'tasks.title', ({ name }: { name: string }) => name)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const query = new URL(request.url).searchParams
  const view = viewTask(actor, code)
  return {
    view,
    name: pick(view.scenario.title, context.prefs.locale),
    work: viewContentVersions(actor, 'practice', code, query.get('from')),
    note: contentNoteIn(query),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const pageWith = (note: ContentNote) => paths.practiceTaskOf(code, { note })
  return publishedAction(actor, await request.formData(), { kind: 'practice', code, pageWith })
}

export default function PracticeTaskDoor() {
  const { view, work, note } = useLoaderData<typeof loader>()
  return (
    <TaskPage {...view}>
      <TaskVersionsPanel code={view.scenario.code} retired={view.retired} view={work} note={note} />
    </TaskPage>
  )
}
