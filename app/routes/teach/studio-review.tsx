import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addComment, resolveComment } from '~/authoring/review/comment.server'
import { publishDraft } from '~/authoring/review/publish-draft.server'
import { reviewDraft } from '~/authoring/review/review-draft.server'
import { reviewNotes, ReviewPage, type ReviewNote } from '~/authoring/review/ReviewPage'
import { viewReview } from '~/authoring/review/view-review.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('studio', 'review.page')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return {
    view: viewReview(actor, params.id ?? '', Number(query.get('from')) || null),
    note: reviewNotes.find((each) => each === query.get('note')) ?? null,
    commentId: randomUUID(),
  }
}

const text = z.string().trim().max(2000).default('')
const seen = z.coerce.number().int().default(0)
const comment = z.string().regex(/^[0-9a-f-]{36}$/)
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('approve'), seen, text }),
  z.object({ intent: z.literal('return'), seen, text }),
  z.object({ intent: z.literal('publish'), seen, over: z.string().optional() }),
  z.object({ intent: z.literal('comment'), comment, text, path: z.string().max(120).optional() }),
  z.object({ intent: z.literal('resolve'), comment }),
  z.object({ intent: z.literal('reopen'), comment }),
])

type Back = { typed: { text: string; error: boolean } | null; newer: string | null }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const { value, reply } = parseForm(await request.formData(), schema)
  if (reply) throw refuse('badRequest')
  const id = params.id ?? ''
  const back = (note?: ReviewNote) => redirect(paths.studioReview(id, { note }), 303)
  switch (value.intent) {
    case 'comment':
      if (value.text !== '')
        await addComment(actor, {
          draftId: id,
          id: value.comment,
          path: value.path ?? null,
          text: value.text,
        })
      return back('commented')
    case 'resolve':
    case 'reopen':
      await resolveComment(actor, { draftId: id, id: value.comment, resolved: value.intent === 'resolve' })
      return back()
    case 'approve':
    case 'return': {
      const verdict = value.intent === 'approve' ? 'approved' : 'returned'
      if (verdict === 'returned' && value.text === '')
        return data<Back>({ typed: { text: '', error: true }, newer: null }, 400)
      const outcome = await reviewDraft(actor, { id, seen: value.seen, verdict, text: value.text })
      return back(outcome === 'done' ? verdict : outcome)
    }
    case 'publish': {
      const outcome = await publishDraft(actor, { id, seen: value.seen, over: value.over })
      if (outcome.kind === 'newer') return data<Back>({ typed: null, newer: outcome.newest }, 409)
      return back(outcome.kind === 'changed' ? 'changed' : undefined)
    }
  }
}

export default function StudioReview() {
  const back = useActionData<typeof action>()
  return (
    <ReviewPage {...useLoaderData<typeof loader>()} typed={back?.typed ?? null} newer={back?.newer ?? null} />
  )
}
