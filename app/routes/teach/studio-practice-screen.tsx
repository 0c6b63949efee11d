import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConflictPage } from '~/authoring/editor/ConflictPage'
import { ScreenFields } from '~/authoring/practice/ScreenFields'
import { TaskEditor } from '~/authoring/practice/TaskEditor'
import { viewTaskEditor } from '~/authoring/practice/view-task-editor.server'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { taskEditorReply } from './task-editor.server'

export const handle: RouteHandle = { desk: true, nav: 'items', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('tasks', 'edit.page')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const screen = params.screen ?? ''
  const view = await viewTaskEditor(actor, params.id ?? '')
  if (!view.draft.data.screens.some(({ id }) => id === screen)) throw refuse('notFound')
  return { view, screen }
}

export function action(args: ActionFunctionArgs) {
  return taskEditorReply(args, { page: 'screen', screen: args.params.screen })
}

export default function StudioPracticeScreen() {
  const { view, screen } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back?.kind === 'conflict') return <ConflictPage conflict={back.conflict} />
  return (
    <TaskEditor view={view} place={{ page: 'screen', screen }} reply={back ?? null}>
      <ScreenFields view={view} screen={screen} />
    </TaskEditor>
  )
}
