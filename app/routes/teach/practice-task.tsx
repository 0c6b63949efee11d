import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { TaskPage } from '~/assessment/practice/catalogue/TaskPage'
import { viewTask } from '~/assessment/practice/catalogue/view-tasks.server'
import { retireTask, rollBackTask } from '~/authoring/practice/roll-back-task.server'
import { copyTask, reviseTask } from '~/authoring/practice/start-task.server'
import { taskNotes, TaskVersionsPanel, type TaskNote } from '~/authoring/practice/TaskVersionsPanel'
import { viewContentVersions } from '~/authoring/review/view-content-versions.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { pick } from '~/platform/i18n/locale'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

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
    note: taskNotes.find((each) => each === query.get('note')) ?? null,
  }
}

const schema = z.object({
  intent: z.enum(['revise', 'copy', 'retire', 'restore', 'rollback']),
  to: z.string().default(''),
  seen: z.string().default(''),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const { value, reply } = parseForm(await request.formData(), schema)
  if (reply) throw refuse('badRequest')
  const code = params.code ?? ''
  const back = (note: TaskNote) => redirect(paths.practiceTaskOf(code, { note }), 303)
  switch (value.intent) {
    case 'revise':
      return redirect(paths.studioTask(await reviseTask(actor, code)), 303)
    case 'copy':
      return redirect(paths.studioTask(await copyTask(actor, code)), 303)
    case 'retire':
    case 'restore':
      await retireTask(actor, code, value.intent === 'retire')
      return back(value.intent === 'retire' ? 'retired' : 'restored')
    case 'rollback': {
      const version = await rollBackTask(actor, { code, to: value.to, seen: value.seen })
      return back(version === null ? 'changed' : 'rolledBack')
    }
  }
}

export default function PracticeTaskDoor() {
  const { view, work, note } = useLoaderData<typeof loader>()
  return (
    <TaskPage {...view}>
      <TaskVersionsPanel code={view.scenario.code} retired={view.retired} view={work} note={note} />
    </TaskPage>
  )
}
