import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublishedModulePage } from '~/authoring/modules/PublishedModulePage'
import { viewPublished } from '~/authoring/modules/view-published.server'
import { contentNoteIn, type ContentNote } from '~/authoring/review/content-notes'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { publishedAction } from './published-action.server'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle(
  'modules',
  'published.title',
  ({ view }: { view: { code: string } }) => view.code,
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return {
    view: viewPublished(actor, params.code ?? '', query.get('from')),
    note: contentNoteIn(query),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const pageWith = (note: ContentNote) => paths.publishedModule(code, { note })
  return publishedAction(actor, await request.formData(), { kind: 'module', code, pageWith })
}

export default function StudioModulePublished() {
  return <PublishedModulePage {...useLoaderData<typeof loader>()} />
}
