import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { approvePlan } from '~/planning/carry/approve-plan.server'
import { ApprovePage } from '~/planning/carry/ApprovePage'
import { viewApproval } from '~/planning/carry/view-approval.server'
import { withdrawApproval } from '~/planning/carry/withdraw-approval.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans' }
export const meta = pageTitle('carry', 'approve.title')

const approval = z.object({
  scenario: z.coerce.number().int(),
  seen: z.coerce.number().int(),
  via: z.enum(['mail', 'paper']).nullable(),
})

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const number = Number(query.get('scenario')) || null
  return {
    view: viewApproval(actor, params.id!, number),
    ask: query.get('ask') === 'withdraw' ? ('withdraw' as const) : null,
    withdrawn: query.get('note') === 'withdrawn',
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const id = params.id!
  if (form.get('intent') === 'withdraw') {
    const done = await withdrawApproval(actor, id)
    return redirect(paths.approvePlan(id, done ? { note: 'withdrawn' } : {}), 303)
  }
  const sent = approval.safeParse({
    scenario: form.get('scenario'),
    seen: form.get('seen'),
    via: form.get('via'),
  })
  if (form.get('intent') !== 'approve' || !sent.success) {
    viewApproval(actor, id, null)
    throw refuse('badRequest')
  }
  const { scenario, seen, via } = sent.data
  const { made, fault } = await approvePlan(actor, id, { number: scenario, seen, mail: via === 'mail' })
  if (fault) return data({ fault }, 400)
  return redirect(paths.planFollowUp(id, { note: 'approved', count: made.classes }), 303)
}

export default function ApprovePlan() {
  return (
    <ApprovePage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()?.fault ?? null}
    />
  )
}
