import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConflictPage } from '~/authoring/editor/ConflictPage'
import { DocumentFields } from '~/authoring/practice/DocumentFields'
import { ScoringFields } from '~/authoring/practice/ScoringFields'
import { TaskEditor } from '~/authoring/practice/TaskEditor'
import { viewTaskEditor } from '~/authoring/practice/view-task-editor.server'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { taskEditorReply } from './task-editor.server'

export const handle: RouteHandle = { desk: true, nav: 'items', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('tasks', 'edit.page')

function partOf(named: string | undefined): 'documents' | 'scoring' {
  if (named !== 'documents' && named !== 'scoring') throw refuse('notFound')
  return named
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: await viewTaskEditor(actor, params.id ?? ''), part: partOf(params.part) }
}

export function action(args: ActionFunctionArgs) {
  return taskEditorReply(args, { page: partOf(args.params.part) })
}

export default function StudioPracticePart() {
  const { view, part } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back?.kind === 'conflict') return <ConflictPage conflict={back.conflict} />
  return (
    <TaskEditor view={view} place={{ page: part }} reply={back ?? null}>
      {part === 'documents' ? <DocumentFields /> : <ScoringFields view={view} />}
    </TaskEditor>
  )
}
