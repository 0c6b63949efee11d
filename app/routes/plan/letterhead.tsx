import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readLetterhead } from '~/interchange/official/letterhead'
import { saveLetterhead, viewLetterhead } from '~/interchange/official/letterhead.server'
import { LetterheadPage } from '~/interchange/official/LetterheadPage'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('official', 'letterhead.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: viewLetterhead(actor), note: new URL(request.url).searchParams.get('note') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'documents.make')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const { value, faults } = readLetterhead(typed)
  if (faults) return refusedForm({ typed, ...faults })
  await saveLetterhead(actor, value)
  return redirect(paths.letterhead({ note: 'saved' }), 303)
}

export default function LetterheadRoute() {
  return <LetterheadPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
