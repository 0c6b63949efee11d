import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { AccountPage } from '~/people/accounts/AccountPage'
import { managedProvinces } from '~/people/accounts/role-place.server'
import { SlipShownOnce } from '~/people/accounts/SlipShownOnce'
import { viewAccount } from '~/people/accounts/view-account.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { activationAddress } from '../plan/slip-paper.server'
import { pageTitle } from '../page-title'
import { isSample } from '~/platform/db/is-sample.server'
import { manageAccount } from './manage-account.server'

export const handle: RouteHandle = { desk: true, nav: 'accounts', form: true }
export const meta = pageTitle(
  'admin',
  'account.title',
  ({ account }: { account: { username: string } }) => account.username,
)

const questions = ['disable', 'slip', 'remove'] as const
const outcomes = ['role', 'removed', 'disabled', 'enabled', 'unlocked'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return {
    account: await viewAccount(actor, params.id ?? ''),
    ...managedProvinces(actor),
    sample: isSample(),
    ask: questions.find((each) => each === query.get('ask')) ?? null,
    grantId: Number(query.get('role')) || null,
    saved: outcomes.find((each) => each === query.get('saved')) ?? null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'accounts.manage')
  const accountId = params.id ?? ''
  const form = await request.formData()
  if (switchedLocale(context, form)) return data({ reply: { typed: typedIn(form), errors: {} } })
  const outcome = await manageAccount(actor, accountId, form)
  if (outcome.saved) return redirect(paths.accountOf(accountId, { saved: outcome.saved }), 303)
  if (outcome.slip) return data({ slip: { ...outcome.slip, address: activationAddress(request) } })
  return refusedForm(outcome.reply)
}

export default function Account() {
  const view = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back && 'slip' in back) return <SlipShownOnce slip={back.slip} sample={view.sample} />
  return <AccountPage {...view} reply={back?.reply} />
}
