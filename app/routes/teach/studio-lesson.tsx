import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConflictPage } from '~/authoring/editor/ConflictPage'
import { EditLessonPage } from '~/authoring/modules/EditLessonPage'
import { moduleTree } from '~/authoring/modules/module-tree'
import { viewLessonEditor } from '~/authoring/modules/view-editor.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'
import { replyToModule } from './module-reply.server'

export const handle: RouteHandle = { desk: true, nav: 'items', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('modules', 'page.lesson')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: await viewLessonEditor(actor, params.id ?? '', params.lesson ?? '') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const form = await request.formData()
  const [id, lesson] = [params.id ?? '', params.lesson ?? '']
  switchedLocale(context, form)
  const page = paths.studioLesson(id, lesson)
  const intent = form.get('intent')
  if (intent === 'figures') return replyToModule(actor, id, form, paths.studioFigures(id, { lesson }))
  return replyToModule(actor, id, form, intent === 'preview' ? `${page}#preview` : page)
}

export default function StudioLesson() {
  const { view } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back?.kind === 'conflict') return <ConflictPage conflict={back.conflict} />
  return <EditLessonPage view={view} tree={back?.tree ?? moduleTree(view.draft.data)} reply={back ?? null} />
}
