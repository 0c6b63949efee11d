import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConflictPage } from '~/authoring/editor/ConflictPage'
import { EditQuizPage } from '~/authoring/modules/EditQuizPage'
import { moduleTree } from '~/authoring/modules/module-tree'
import { viewQuizEditor } from '~/authoring/modules/view-editor.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'
import { replyToModule } from './module-reply.server'

export const handle: RouteHandle = { desk: true, nav: 'items', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('modules', 'tab.quiz')

/** What was searched for. */
function searchOf(request: Request): { q: string; competency: string } {
  const query = new URL(request.url).searchParams
  return { q: (query.get('q') ?? '').trim().slice(0, 100), competency: query.get('competency') ?? '' }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: await viewQuizEditor(actor, params.id ?? '', searchOf(request)) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const form = await request.formData()
  const id = params.id ?? ''
  switchedLocale(context, form)
  return replyToModule(actor, id, form, paths.studioQuiz(id, searchOf(request)))
}

export default function StudioModuleQuiz() {
  const { view } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back?.kind === 'conflict') return <ConflictPage conflict={back.conflict} />
  return <EditQuizPage view={view} tree={back?.tree ?? moduleTree(view.draft.data)} reply={back ?? null} />
}
