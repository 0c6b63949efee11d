import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveIndicator } from '~/gaps/indicators/edit-indicator.server'
import { readIndicator } from '~/gaps/indicators/indicator-form'
import { IndicatorFormPage } from '~/gaps/indicators/IndicatorFormPage'
import { viewIndicatorForm } from '~/gaps/indicators/indicators-page.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('indicators', 'form.edit')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: viewIndicatorForm(actor, new URL(request.url).searchParams.get('id')) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'indicators.edit')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const { value, errors } = readIndicator(typed)
  if (errors) return refusedForm({ typed, errors })
  const { fault } = await saveIndicator(actor, typed.id ?? null, value)
  if (fault) {
    const name = fault === 'taken' ? 'nameVi' : 'unit'
    return refusedForm({ typed, errors: { [name]: `form.fault.${fault}` } })
  }
  return redirect(paths.indicators({ note: 'saved' }), 303)
}

export default function IndicatorEdit() {
  const { view } = useLoaderData<typeof loader>()
  return <IndicatorFormPage view={view} reply={useActionData<typeof action>()?.reply} />
}
