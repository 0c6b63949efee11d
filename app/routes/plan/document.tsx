import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readSections, readTurn, textField } from '~/interchange/official/document-form'
import { DocumentPage, type DocumentReply } from '~/interchange/official/DocumentPage'
import { removeDocument, saveDocument } from '~/interchange/official/save-document.server'
import { viewDocument } from '~/interchange/official/view-document.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { documentAt } from '~/interchange/official/document-row.server'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('official', 'crumb')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return { view: viewDocument(actor, params.id!), note: query.get('note'), ask: query.get('ask') }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { id } = documentAt(actor, params.id!)
  const form = await request.formData()
  const reply = (value: DocumentReply, status: number) => data({ reply: value }, status)
  const intent = form.get('intent')
  if (intent === 'remove' || intent === 'restore') {
    await removeDocument(actor, id, intent === 'remove')
    return redirect(intent === 'remove' ? paths.documents({ note: 'removed', id }) : paths.document(id), 303)
  }
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return reply({ typed, errors: {} }, 200)
  const answer = await saveDocument(actor, id, {
    revision: Number(typed.revision),
    typed: readSections(typed, form.getAll('take').map(String)),
    then: readTurn(typed.then),
  })
  switch (answer.kind) {
    case 'saved':
      return redirect(paths.document(id, { note: 'saved' }), 303)
    case 'wrong':
      return reply(
        {
          typed,
          errors: Object.fromEntries(
            answer.faults.map(({ key, fault }) => [textField(key), `fault.${fault}`]),
          ),
          values: Object.fromEntries(answer.faults.map(({ key, most }) => [textField(key), { most }])),
        },
        400,
      )
    case 'conflict': {
      const { conflicts, marks, revision, editor, at } = answer
      const theirs = Object.fromEntries(conflicts.map(({ key, theirs: text }) => [key, text]))
      return reply(
        {
          typed: { ...typed, revision: String(revision) },
          errors: {},
          conflict: { theirs, marks, editor, at },
        },
        409,
      )
    }
  }
}

export default function DocumentRoute() {
  return <DocumentPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
