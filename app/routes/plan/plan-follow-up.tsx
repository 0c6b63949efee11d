import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelPlannedClass, closePlan } from '~/planning/carry/end-plan.server'
import { followSorts } from '~/planning/carry/follow-up'
import { viewFollowUp } from '~/planning/carry/follow-up.server'
import { FollowUpPage, type FollowNote } from '~/planning/carry/FollowUpPage'
import { cancelClassSchema } from '~/planning/carry/naming-rules'
import { approvedPlan } from '~/planning/carry/plan-row.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans' }
export const meta = pageTitle('carry', 'follow.title')

const notes = ['approved', 'cancelled', 'closed'] as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const by = query.get('by') === 'commune' ? 'commune' : 'class'
  const sort = followSorts.find((each) => each === query.get('sort')) ?? (by === 'class' ? 'when' : 'name')
  const key = notes.find((each) => each === query.get('note'))
  const note: FollowNote | null = key ? { key, count: Number(query.get('count') ?? 0) } : null
  const direction = query.get('dir') === 'desc' ? 'desc' : 'asc'
  return {
    view: await viewFollowUp(actor, params.id!, { by, sort, direction }),
    cancel: query.get('cancel'),
    note,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { id } = approvedPlan(actor, params.id!)
  const form = await request.formData()
  switch (form.get('intent')) {
    case 'cancel': {
      const { value, reply } = parseForm(form, cancelClassSchema)
      if (reply) return refusedForm(reply)
      const { letters } = await cancelPlannedClass(actor, id, String(form.get('class')), value.reason)
      return redirect(paths.planFollowUp(id, { note: 'cancelled', count: letters }), 303)
    }
    case 'close':
      return (await closePlan(actor, id))
        ? redirect(paths.planFollowUp(id, { note: 'closed' }), 303)
        : redirect(paths.planFollowUp(id), 303)
    default:
      throw refuse('badRequest')
  }
}

export default function PlanFollowUp() {
  return <FollowUpPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
