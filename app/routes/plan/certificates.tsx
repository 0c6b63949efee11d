import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { findCertificates } from '~/learning/certificates/find-certificates.server'
import { FindCertificatesPage } from '~/learning/certificates/FindCertificatesPage'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'learning', form: true }
export const meta = pageTitle('certificates', 'list.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  authorise(await requireActor(context, request), 'certificates.revoke')
  return null
}

/** A search may name a person, so it posts and is answered in place. */
export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'certificates.revoke')
  const form = await request.formData()
  const text = String(form.get('search') ?? '').slice(0, 200)
  const switched = switchedLocale(context, form)
  const found = await findCertificates(actor, text)
  if (switched && found.fault) return data({ text, found: null })
  return data({ text, found }, found.fault ? 400 : 200)
}

export default function Certificates() {
  return <FindCertificatesPage search={useActionData<typeof action>()} />
}
