import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConflictPage } from '~/authoring/editor/ConflictPage'
import { addFigure } from '~/authoring/modules/change-module.server'
import { FiguresPage, type FigureUpload } from '~/authoring/modules/FiguresPage'
import { viewFigures } from '~/authoring/modules/view-editor.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'
import { replyToModule } from './module-reply.server'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('modules', 'tab.figures')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return {
    view: await viewFigures(actor, params.id ?? ''),
    ...{ lesson: query.get('lesson'), added: query.get('note') },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const form = await request.formData()
  const id = params.id ?? ''
  switchedLocale(context, form)
  return form.get('intent') === 'add'
    ? added(actor, id, form)
    : replyToModule(actor, id, form, paths.studioFigures(id))
}

async function added(actor: Actor, id: string, form: FormData) {
  const typed = (name: string) => String(form.get(name) ?? '').normalize('NFC')
  const alt = { vi: typed('alt-vi').slice(0, 300), en: typed('alt-en').slice(0, 300) }
  const file = form.get('file')
  const again = (fault: FigureUpload['fault']) =>
    data({ kind: 'upload' as const, upload: { alt, fault } satisfies FigureUpload }, 400)
  if (!(file instanceof File) || file.name === '') return again('noFile')
  if (alt.vi.trim() === '' || alt.en.trim() === '') return again(null)
  const made = await addFigure(actor, id, { bytes: new Uint8Array(await file.arrayBuffer()), alt })
  if ('fault' in made) return again(made.fault)
  return redirect(paths.studioFigures(id, { lesson: typed('lesson'), note: made.path }), 303)
}

export default function StudioModuleFigures() {
  const view = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back?.kind === 'conflict') return <ConflictPage conflict={back.conflict} />
  return (
    <FiguresPage
      {...view}
      reply={back?.kind === 'typed' ? back : null}
      upload={back?.kind === 'upload' ? back.upload : null}
    />
  )
}
