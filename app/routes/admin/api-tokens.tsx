import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { issueToken } from '~/interchange/api/tokens/issue-token.server'
import { listTokens } from '~/interchange/api/tokens/list-tokens.server'
import { revokeToken } from '~/interchange/api/tokens/revoke-token.server'
import { tokenFormSchema } from '~/interchange/api/tokens/token'
import { TokenShownOnce } from '~/interchange/api/tokens/TokenShownOnce'
import { TokensPage } from '~/interchange/api/tokens/TokensPage'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('api', 'tokens.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const list = listTokens(await requireActor(context, request))
  const query = new URL(request.url).searchParams
  const asked = list.tokens.find(({ id, state }) => id === query.get('revoke') && state !== 'revoked')
  return {
    list,
    asked: asked ?? null,
    revoked: query.get('note') === 'revoked',
    origin: originOf(request),
  }
}

/** The token is shown once, in the answer to the POST. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'api-tokens.manage')
  const form = await request.formData()
  if (switchedLocale(context, form)) return data({ reply: { typed: typedIn(form), errors: {} } })
  const ended = form.get('revoke')
  if (typeof ended === 'string') {
    await revokeToken(actor, ended)
    return redirect(paths.apiTokens({ note: 'revoked' }), 303)
  }
  const { value, reply } = parseForm(form, tokenFormSchema)
  if (reply) return refusedForm(reply)
  const { issued, fault } = await issueToken(actor, value)
  if (!fault) return data({ issued })
  const values = 'values' in fault && fault.values ? { [fault.field]: fault.values } : undefined
  return refusedForm({ typed: typedIn(form), errors: { [fault.field]: fault.key }, values })
}

export default function ApiTokens() {
  const { list, asked, revoked, origin } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back && 'issued' in back) return <TokenShownOnce issued={back.issued} origin={origin} />
  return <TokensPage list={list} asked={asked} revoked={revoked && !back} reply={back?.reply} />
}
