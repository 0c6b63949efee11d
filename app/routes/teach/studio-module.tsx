import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { draftById } from '~/authoring/drafts/find-draft.server'
import { ConflictPage } from '~/authoring/editor/ConflictPage'
import { restoreLesson } from '~/authoring/modules/change-module.server'
import type { DraftModule } from '~/authoring/modules/draft-module'
import { EditModulePage } from '~/authoring/modules/EditModulePage'
import { moduleTree } from '~/authoring/modules/module-tree'
import { viewModuleEditor } from '~/authoring/modules/view-editor.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'
import { replyToModule } from './module-reply.server'

export const handle: RouteHandle = { desk: true, nav: 'items', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('modules', 'page.module')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const removed = { removed: query.get('removed'), at: Number(query.get('at')) || 0 }
  return { view: await viewModuleEditor(actor, params.id ?? '', removed) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const form = await request.formData()
  const id = params.id ?? ''
  switchedLocale(context, form)
  if (form.get('intent') === 'restore') {
    const [lesson, at] = [String(form.get('lesson')), Number(form.get('at')) || 0]
    await restoreLesson(actor, id, { lesson, at })
    return redirect(paths.studioModule(id), 303)
  }
  const [verb, lesson] = String(form.get('act') ?? '').split('.')
  const before = draftById(id).revision
  return replyToModule(actor, id, form, () => {
    if (verb === 'remove') return paths.studioModule(id, { removed: lesson, at: before })
    if (verb !== 'add') return `${paths.studioModule(id)}${verb ? '#lessons' : ''}`
    const added = (draftById(id).data as DraftModule).lessons.at(-1)
    return paths.studioLesson(id, added?.id ?? '')
  })
}

export default function StudioModule() {
  const { view } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back?.kind === 'conflict') return <ConflictPage conflict={back.conflict} />
  return <EditModulePage view={view} tree={back?.tree ?? moduleTree(view.draft.data)} reply={back ?? null} />
}
