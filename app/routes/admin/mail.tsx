import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mailDesk, sendAgain, sendTest } from '~/campaigns/mail/mail-desk.server'
import { MailPage } from '~/campaigns/mail/MailPage'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { fieldProps, typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { useT } from '~/platform/i18n/react'
import { readEmail } from '~/platform/mail/address'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle('mail', 'title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { desk: mailDesk(actor), note: new URL(request.url).searchParams.get('note') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'mail.manage')
  const typed = typedIn(await request.formData())
  if (typed.again !== undefined) {
    const queued = await sendAgain(actor, typed.again)
    return redirect(paths.mail({ note: queued ? 'again' : 'gone' }), 303)
  }
  const address = readEmail(typed.address ?? '')
  if (!address) return refusedForm({ typed, errors: { address: 'test.unreadable' } })
  const minutes = await sendTest(actor, address, context.prefs.locale)
  if (minutes !== null)
    return refusedForm({ typed, errors: { address: 'test.often' }, values: { address: { minutes } } })
  return redirect(`${paths.mail()}#test`, 303)
}

export default function Mail() {
  const { desk, note } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply
  const t = useT('mail')
  const field = fieldProps(t, reply, { address: desk.own })
  const again = note === 'again' ? true : note === 'gone' ? false : null
  return <MailPage desk={desk} field={field('address')} again={reply ? null : again} />
}
