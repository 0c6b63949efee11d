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
export const meta = pageTitle('scorecard', 'criterion.add')

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { view: viewCriterion(await requireActor(context, request), null) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  viewCriterion(actor, null)
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const faults = await saveCriterion(actor, null, typed)
  if (faults) return refusedForm(faults)
  return redirect(paths.scorecardCriteria({ draft: 'yes', note: 'saved' }), 303)
}

export default function NewScorecardCriterion() {
  return <CriterionPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
