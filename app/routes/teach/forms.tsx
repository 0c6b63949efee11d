import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormsPage } from '~/assessment/catalogue/FormsPage'
import { listForms } from '~/assessment/catalogue/view-forms.server'
import { startForm } from '~/authoring/forms/start-form.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { can } from '~/platform/policy/policy'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'forms.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { forms: listForms(actor), writes: can(actor, 'studio.write') }
}

/** Begins a new form. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  return redirect(paths.studioForm(await startForm(actor)), 303)
}

export default function Forms() {
  return <FormsPage {...useLoaderData<typeof loader>()} />
}
