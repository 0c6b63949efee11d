import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { makePlan, viewNewPlan } from '~/planning/plans/make-plan.server'
import { readNewPlan } from '~/planning/plans/new-plan'
import { NewPlanPage } from '~/planning/plans/NewPlanPage'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('planning', 'new.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: viewNewPlan(actor), chosen: new URL(request.url).searchParams.get('campaign') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'plans.manage')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const { value, faults } = readNewPlan(typed)
  if (faults) return refusedForm({ typed, ...faults })
  const { id, fault } = await makePlan(actor, value, context.prefs.locale)
  if (fault) return refusedForm({ typed, errors: { campaign: `basis.${fault}` } })
  return redirect(paths.planSettings(id, 1, 'money'), 303)
}

export default function NewPlan() {
  return <NewPlanPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
