import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { saveSettings } from '~/scorecards/edit/save-criterion.server'
import { SettingsPage } from '~/scorecards/edit/SettingsPage'
import { viewSettings } from '~/scorecards/views/view-criteria.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('scorecard', 'settings.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { view: viewSettings(await requireActor(context, request)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  viewSettings(actor)
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const faults = await saveSettings(actor, typed)
  if (faults) return refusedForm(faults)
  return redirect(paths.scorecardCriteria({ draft: 'yes', note: 'saved' }), 303)
}

export default function ScorecardSettings() {
  return <SettingsPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
