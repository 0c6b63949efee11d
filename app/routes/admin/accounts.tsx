import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountsPage } from '~/people/accounts/AccountsPage'
import { listAccounts, searchAccounts } from '~/people/accounts/list-accounts.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { roles } from '~/platform/policy/actor'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'accounts', form: true }
export const meta = pageTitle('admin', 'list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const role = roles.find((each) => each === query.get('role')) ?? null
  return { role, list: await listAccounts(actor, { role, page: Number(query.get('page')) || 1 }) }
}

/** A search names a person, so it posts and is answered in place. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const text = String(form.get('search') ?? '').slice(0, 100)
  switchedLocale(context, form)
  const found = text.trim() === '' ? null : await searchAccounts(actor, text)
  return data({ text, found })
}

export default function Accounts() {
  const { role, list } = useLoaderData<typeof loader>()
  return <AccountsPage role={role} list={list} search={useActionData<typeof action>()} />
}
