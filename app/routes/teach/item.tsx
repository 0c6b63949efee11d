import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ItemPage } from '~/assessment/catalogue/ItemPage'
import { viewItem } from '~/assessment/catalogue/view-item.server'
import { cloneItem } from '~/authoring/bank/clone-families.server'
import { VersionsPanel, type CloneNote } from '~/authoring/bank/VersionsPanel'
import { viewVersions } from '~/authoring/bank/view-versions.server'
import { contentNoteIn, type ContentNote } from '~/authoring/review/content-notes'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { publishedAction } from './published-action.server'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'items.title', ({ item }: { item: { code: string } }) => item.code)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const query = new URL(request.url).searchParams
  return {
    ...viewItem(actor, code),
    work: viewVersions(actor, code, query.get('from')),
    note: contentNoteIn(query),
    clone: cloneNote(query),
  }
}

function cloneNote(query: URLSearchParams): CloneNote | null {
  const [draft, source] = [query.get('clone'), query.get('note')]
  return draft && (source === 'begun' || source === 'lacks') ? { draft, source } : null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const form = await request.formData()
  const pageWith = (note: ContentNote) => paths.item(code, { note })
  if (form.get('intent') !== 'clone') return publishedAction(actor, form, { kind: 'item', code, pageWith })
  const { clone, source } = await cloneItem(actor, code)
  return redirect(source === 'has' ? paths.studioItem(clone) : paths.item(code, { note: source, clone }), 303)
}

export default function Item() {
  const { work, note, clone, ...view } = useLoaderData<typeof loader>()
  return (
    <ItemPage {...view}>
      <VersionsPanel code={view.item.code} retired={view.retired} view={work} note={note} clone={clone} />
    </ItemPage>
  )
}
