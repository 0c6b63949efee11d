import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormPage } from '~/assessment/catalogue/FormPage'
import { viewForm } from '~/assessment/catalogue/view-forms.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'forms.title', ({ form }: { form: { code: string } }) => form.code)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return viewForm(actor, params.code ?? '')
}

export default function Form() {
  return <FormPage {...useLoaderData<typeof loader>()} />
}
