import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { CriterionPage } from '~/scorecards/edit/CriterionPage'
import { saveCriterion } from '~/scorecards/edit/save-criterion.server'
import { viewCriterion } from '~/scorecards/views/view-criteria.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle(
  'scorecard',
  'tab.criteria',
  (data: Awaited<ReturnType<typeof loader>>) => data.view.criterion?.code,
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return { view: viewCriterion(await requireActor(context, request), params.code ?? '') }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  viewCriterion(actor, params.code ?? '')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const faults = await saveCriterion(actor, params.code ?? '', typed)
  if (faults) return refusedForm(faults)
  return redirect(paths.scorecardCriteria({ draft: 'yes', note: 'saved' }), 303)
}

export default function ScorecardCriterion() {
  return <CriterionPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
