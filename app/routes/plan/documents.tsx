import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DocumentsPage } from '~/interchange/official/DocumentsPage'
import { listDocuments } from '~/interchange/official/list-documents.server'
import { removeDocument } from '~/interchange/official/save-document.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans' }
export const meta = pageTitle('official', 'list.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return { view: listDocuments(actor), note: query.get('note'), removed: query.get('id') }
}

/** Undoes the removal of a document. */
export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'documents.participants')
  const form = await request.formData()
  const id = form.get('id')
  if (form.get('intent') !== 'restore' || typeof id !== 'string') throw refuse('badRequest')
  await removeDocument(actor, id, false)
  return redirect(paths.documents({ note: 'restored' }), 303)
}

export default function Documents() {
  return <DocumentsPage {...useLoaderData<typeof loader>()} />
}
