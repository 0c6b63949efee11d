import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormsPage } from '~/assessment/catalogue/FormsPage'
import { listForms } from '~/assessment/catalogue/view-forms.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'forms.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { forms: listForms(actor) }
}

export default function Forms() {
  return <FormsPage {...useLoaderData<typeof loader>()} />
}
