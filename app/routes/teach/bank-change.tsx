import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bankNotes } from '~/authoring/bank/BankNote'
import {
  askedChange,
  changeItems,
  selectedCodes,
  selectionOf,
  viewChange,
} from '~/authoring/bank/bulk-change.server'
import { ChangePage } from '~/authoring/bank/ChangePage'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('bank', 'do')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  if (query.get('do') === 'export') {
    const codes = selectedCodes(actor, selectionOf(query))
    if (codes.length > 0) throw redirect(paths.exportQuestions({ items: codes.join(',') }), 303)
  }
  const key = bankNotes.find((each) => each === query.get('note'))
  return {
    view: viewChange(actor, query),
    from: query.get('in') ?? '',
    note: key ? { key, count: Number(query.get('count')) || 0 } : null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const fields = new URLSearchParams()
  for (const [name, value] of await request.formData())
    if (typeof value === 'string') fields.append(name, value)
  const asked = askedChange(fields)
  const ids = (fields.get('ids') ?? '').split(',').filter(Boolean)
  if (asked?.kind !== 'change' || ids.length === 0) throw refuse('badRequest')
  const done = await changeItems(actor, ids, asked.change)
  const from = fields.get('in') ?? ''
  if (done.kind === 'changed') return data({ view: viewChange(actor, fields), from }, 400)
  const { action } = asked.change
  const count = done.codes.length
  if (action === 'restore') return redirect(paths.items({ note: 'restored', count }), 303)
  // The page that gives them back is the way to undo it.
  if (action === 'retire')
    return redirect(
      paths.bankChange({ do: 'restore', items: done.codes.join(','), note: 'retired', count }),
      303,
    )
  return redirect(paths.items({ status: 'writing', note: 'drafts', count }), 303)
}

export default function BankChange() {
  const shown = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return <ChangePage {...shown} {...again} changed={again !== undefined} />
}
