import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  PublishedModulePage,
  publishedNotes,
  type PublishedNote,
} from '~/authoring/modules/PublishedModulePage'
import { rollBackModule, withdrawModule } from '~/authoring/modules/publish-module.server'
import { copyModule, reviseModule } from '~/authoring/modules/start-module.server'
import { viewPublished } from '~/authoring/modules/view-published.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

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
    note: publishedNotes.find((each) => each === query.get('note')) ?? null,
  }
}

const schema = z.object({
  intent: z.enum(['revise', 'copy', 'withdraw', 'restore', 'rollback']),
  to: z.string().default(''),
  seen: z.string().default(''),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const { value, reply } = parseForm(await request.formData(), schema)
  if (reply) throw refuse('badRequest')
  const code = params.code ?? ''
  const back = (note: PublishedNote) => redirect(paths.publishedModule(code, { note }), 303)
  switch (value.intent) {
    case 'revise':
      return redirect(paths.studioModule(await reviseModule(actor, code)), 303)
    case 'copy':
      return redirect(paths.studioModule(await copyModule(actor, code)), 303)
    case 'withdraw':
    case 'restore':
      await withdrawModule(actor, code, value.intent === 'withdraw')
      return back(value.intent === 'withdraw' ? 'withdrawn' : 'restored')
    case 'rollback': {
      const version = await rollBackModule(actor, { code, to: value.to, seen: value.seen })
      return back(version === null ? 'changed' : 'rolledBack')
    }
  }
}

export default function StudioModulePublished() {
  return <PublishedModulePage {...useLoaderData<typeof loader>()} />
}
