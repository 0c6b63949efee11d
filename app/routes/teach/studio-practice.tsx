import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConflictPage } from '~/authoring/editor/ConflictPage'
import { AboutTask } from '~/authoring/practice/AboutTask'
import { TaskEditor } from '~/authoring/practice/TaskEditor'
import { viewTaskEditor } from '~/authoring/practice/view-task-editor.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { taskEditorReply } from './task-editor.server'

export const handle: RouteHandle = { desk: true, nav: 'items', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('tasks', 'edit.page')

const place = { page: 'about' } as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: await viewTaskEditor(actor, params.id ?? '') }
}

export function action(args: ActionFunctionArgs) {
  return taskEditorReply(args, place)
}

export default function StudioPractice() {
  const { view } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back?.kind === 'conflict') return <ConflictPage conflict={back.conflict} />
  return (
    <TaskEditor view={view} place={place} reply={back ?? null}>
      <AboutTask view={view} />
    </TaskEditor>
  )
}
