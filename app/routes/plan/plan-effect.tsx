import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EffectPage } from '~/planning/effect/EffectPage'
import { measureEffect } from '~/planning/effect/measure-effect.server'
import { viewEffect } from '~/planning/effect/view-effect.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans' }
export const meta = pageTitle('carry', 'effect.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: viewEffect(actor, params.id!, new URL(request.url).searchParams.get('campaign')) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const campaign = String((await request.formData()).get('campaign') ?? '')
  await measureEffect(actor, params.id!, campaign)
  return redirect(paths.planEffect(params.id!, { campaign }), 303)
}

export default function PlanEffect() {
  return <EffectPage {...useLoaderData<typeof loader>()} />
}
