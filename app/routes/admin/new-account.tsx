import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newAccountSchema } from '~/people/accounts/account-form'
import { NewAccountPage } from '~/people/accounts/NewAccountPage'
import { newAccount } from '~/people/accounts/new-account.server'
import { managedProvinces } from '~/people/accounts/role-place.server'
import { SlipShownOnce } from '~/people/accounts/SlipShownOnce'
import { groupCode } from '~/platform/auth/tokens.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { activationAddress } from '../plan/slip-paper.server'
import { pageTitle } from '../page-title'
import { isSample } from '~/platform/db/is-sample.server'

export const handle: RouteHandle = { desk: true, nav: 'accounts', form: true }
export const meta = pageTitle('admin', 'new.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'accounts.manage')
  return { ...managedProvinces(actor), sample: isSample() }
}

/** The code of the slip is shown once, in the answer to the POST. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'accounts.manage')
  const form = await request.formData()
  if (switchedLocale(context, form)) return data({ reply: { typed: typedIn(form), errors: {} } })
  const { value, reply } = parseForm(form, newAccountSchema)
  if (reply) return refusedForm(reply)
  const { made, fault } = await newAccount(actor, value)
  if (fault) {
    const values = 'values' in fault && fault.values ? { [fault.field]: fault.values } : undefined
    return refusedForm({ typed: typedIn(form), errors: { [fault.field]: fault.key }, values })
  }
  const { displayName, loginName: username } = value
  const address = activationAddress(request)
  return data({
    slip: { accountId: made.accountId, code: groupCode(made.code), displayName, username, address },
  })
}

export default function NewAccount() {
  const { everywhere, provinces, sample } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back && 'slip' in back) return <SlipShownOnce slip={back.slip} sample={sample} />
  return <NewAccountPage everywhere={everywhere} provinces={provinces} reply={back?.reply} />
}
