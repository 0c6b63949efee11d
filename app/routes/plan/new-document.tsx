import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { documentChoices } from '~/interchange/official/document-choices.server'
import { readNewDocument } from '~/interchange/official/document-form'
import { makeDocument } from '~/interchange/official/make-document.server'
import { NewDocumentPage } from '~/interchange/official/NewDocumentPage'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('official', 'new.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const asked = { ...query, class: [query.plan, query.class].filter(Boolean).join('/') }
  return { choices: documentChoices(actor, context.prefs.locale, query.commune ?? null), asked }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'documents.participants')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const { value, errors } = readNewDocument(typed)
  if (errors) return refusedForm({ typed, errors })
  const made = await makeDocument(actor, value)
  if (made.fault) {
    const field = value.kind === 'plan' ? 'plan' : 'class'
    return refusedForm({ typed, errors: { [field]: `fault.${made.fault}` } })
  }
  return redirect(paths.document(made.id, { note: 'made' }), 303)
}

export default function NewDocument() {
  return <NewDocumentPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
