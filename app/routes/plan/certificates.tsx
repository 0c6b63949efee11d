import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CertificatesPage } from '~/learning/certificates/CertificatesPage'
import { findCertificates, issuedCertificates } from '~/learning/certificates/issued.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'learning', form: true }
export const meta = pageTitle('certificates', 'list.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const page = Number(new URL(request.url).searchParams.get('page'))
  return { list: issuedCertificates(actor, page) }
}

/** A search may name a person, so it posts and is answered in place. */
export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const text = String(form.get('search') ?? '').slice(0, 200)
  const switched = switchedLocale(context, form)
  const found = switched && text.trim() === '' ? null : findCertificates(actor, text)
  return data({ text, found }, found?.fault ? 400 : 200)
}

export default function Certificates() {
  const { list } = useLoaderData<typeof loader>()
  return <CertificatesPage list={list} search={useActionData<typeof action>()} />
}
