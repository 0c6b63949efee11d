import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ItemPage } from '~/assessment/catalogue/ItemPage'
import { viewItem } from '~/assessment/catalogue/view-item.server'
import { cloneItem } from '~/authoring/bank/clone-families.server'
import { itemNotes, VersionsPanel, type CloneNote, type ItemNote } from '~/authoring/bank/VersionsPanel'
import { viewVersions } from '~/authoring/bank/view-versions.server'
import { copyItem, reviseItem } from '~/authoring/drafts/start-item.server'
import { retireItem, rollBackItem } from '~/authoring/review/roll-back.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'items.title', ({ item }: { item: { code: string } }) => item.code)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const query = new URL(request.url).searchParams
  return {
    ...viewItem(actor, code),
    work: viewVersions(actor, code, query.get('from')),
    note: itemNotes.find((each) => each === query.get('note')) ?? null,
    clone: cloneNote(query),
  }
}

function cloneNote(query: URLSearchParams): CloneNote | null {
  const [draft, source] = [query.get('clone'), query.get('note')]
  return draft && (source === 'begun' || source === 'lacks') ? { draft, source } : null
}

const schema = z.object({
  intent: z.enum(['revise', 'copy', 'clone', 'retire', 'restore', 'rollback']),
  to: z.string().default(''),
  seen: z.string().default(''),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const { value, reply } = parseForm(await request.formData(), schema)
  if (reply) throw refuse('badRequest')
  const code = params.code ?? ''
  const back = (note: ItemNote) => redirect(paths.item(code, { note }), 303)
  switch (value.intent) {
    case 'revise':
      return redirect(paths.studioItem(await reviseItem(actor, code)), 303)
    case 'copy':
      return redirect(paths.studioItem(await copyItem(actor, code)), 303)
    case 'clone': {
      const { clone, source } = await cloneItem(actor, code)
      return redirect(
        source === 'has' ? paths.studioItem(clone) : paths.item(code, { note: source, clone }),
        303,
      )
    }
    case 'retire':
    case 'restore':
      await retireItem(actor, code, value.intent === 'retire')
      return back(value.intent === 'retire' ? 'retired' : 'restored')
    case 'rollback': {
      const version = await rollBackItem(actor, { code, to: value.to, seen: value.seen })
      return back(version === null ? 'changed' : 'rolledBack')
    }
  }
}

export default function Item() {
  const { work, note, clone, ...view } = useLoaderData<typeof loader>()
  return (
    <ItemPage {...view}>
      <VersionsPanel code={view.item.code} retired={view.retired} view={work} note={note} clone={clone} />
    </ItemPage>
  )
}
