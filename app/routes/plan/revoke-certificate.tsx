import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { IssuedPage } from '~/learning/certificates/IssuedPage'
import { restoreCertificate, revokeCertificate } from '~/learning/certificates/revoke.server'
import { revokeSchema } from '~/learning/certificates/revoke-form'
import { viewIssued } from '~/learning/certificates/view-issued.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'learning', form: true }
export const meta = pageTitle('certificates', 'issued.short')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { issued: viewIssued(actor, params.number ?? '') }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const number = params.number ?? ''
  // Who may not see it is refused before the form is read.
  viewIssued(actor, number)
  const form = await request.formData()
  if (switchedLocale(context, form)) return data<Answer>({ reply: { typed: typedIn(form), errors: {} } })
  if (form.get('intent') === 'restore') {
    await restoreCertificate(actor, number)
    return redirect(paths.certificateOf(number), 303)
  }
  const { value, reply } = parseForm(form, revokeSchema)
  if (reply) return refusedForm(reply)
  await revokeCertificate(actor, number, value.reason)
  return redirect(paths.certificateOf(number), 303)
}

type Answer = { reply: FormReply }

export default function RevokeCertificate() {
  const { issued } = useLoaderData<typeof loader>()
  return <IssuedPage issued={issued} reply={useActionData<typeof action>()?.reply} />
}
