import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { readNorms } from '~/planning/resources/norms'
import { NormsPage } from '~/planning/resources/NormsPage'
import { saveNorms } from '~/planning/resources/save-norms.server'
import { viewNorms } from '~/planning/resources/view-resources.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('planning', 'norms.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: viewNorms(actor), note: new URL(request.url).searchParams.get('note') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'plans.manage')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const { value, faults } = readNorms(typed)
  if (faults) return refusedForm({ typed, ...faults })
  await saveNorms(actor, value)
  return redirect(paths.planNorms({ note: 'saved' }), 303)
}

export default function PlanNorms() {
  return <NormsPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
