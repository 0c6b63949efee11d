import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isMarkedByHand } from '~/assessment/item'
import { viewStudio } from '~/authoring/drafts/list-drafts.server'
import { copyDraft } from '~/authoring/drafts/revise.server'
import { startItem } from '~/authoring/drafts/start-item.server'
import { editorPath } from '~/authoring/drafts/draft-path'
import { startKinds } from '~/authoring/drafts/start-kinds'
import { StudioPage } from '~/authoring/drafts/StudioPage'
import { takeBack, throwAway } from '~/authoring/drafts/throw-away.server'
import { startTask } from '~/authoring/practice/start-task.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('studio', 'title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return {
    view: viewStudio(actor),
    deleted: query.get('note') === 'deleted' ? query.get('draft') : null,
    note: query.get('note') === 'restored' ? ('restored' as const) : null,
  }
}

const draft = z.string().min(1)
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), kind: z.enum(startKinds), purpose: z.enum(['measure', 'teach']) }),
  z.object({ intent: z.literal('startTask'), purpose: z.enum(['measure', 'teach']) }),
  z.object({ intent: z.literal('copy'), draft }),
  z.object({ intent: z.literal('delete'), draft }),
  z.object({ intent: z.literal('restore'), draft }),
])

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const { value, reply } = parseForm(await request.formData(), schema)
  if (reply) throw refuse('badRequest')
  switch (value.intent) {
    case 'start':
      if (value.purpose === 'measure' && isMarkedByHand(value))
        return data({ kind: value.kind, purpose: value.purpose }, 400)
      return redirect(paths.studioItem(await startItem(actor, value.kind, value.purpose)), 303)
    case 'startTask':
      return redirect(paths.studioTask(await startTask(actor, value.purpose)), 303)
    case 'copy':
      return redirect(await copied(actor, value.draft), 303)
    case 'delete':
      await throwAway(actor, value.draft)
      return redirect(paths.studio({ note: 'deleted', draft: value.draft }), 303)
    case 'restore':
      await takeBack(actor, value.draft)
      return redirect(paths.studio({ note: 'restored' }), 303)
  }
}

async function copied(actor: Actor, id: string): Promise<string> {
  const copy = await copyDraft(actor, id)
  return editorPath[copy.kind](copy.id)
}

export default function Studio() {
  return <StudioPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
}
