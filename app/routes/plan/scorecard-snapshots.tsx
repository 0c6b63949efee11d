import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { setSnapshotRemoved, takeSnapshot } from '~/scorecards/snapshots/snapshots.server'
import { SnapshotsPage } from '~/scorecards/snapshots/SnapshotsPage'
import { viewSnapshots } from '~/scorecards/snapshots/view-snapshots.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('scorecard', 'tab.snapshots')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const note = query.get('note')
  return { view: viewSnapshots(actor, { id: query.get('id'), ask: query.get('ask'), note }), note }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'scorecard.edit')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  if (typed.intent === 'remove' || typed.intent === 'restore') {
    const id = typed.id ?? ''
    await setSnapshotRemoved(actor, id, typed.intent === 'remove')
    const note = typed.intent === 'remove' ? { note: 'removed', id } : { note: 'restored' }
    return redirect(paths.scorecardSnapshots(note), 303)
  }
  const title = (typed.title ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  if (title === '') return refusedForm({ typed, errors: { title: 'snapshots.name.missing' } })
  if (title.length > 120)
    return refusedForm({ typed, errors: { title: 'typed.long' }, values: { title: { most: 120 } } })
  const id = await takeSnapshot(actor, title)
  if (id === null) return refusedForm({ typed, errors: { title: 'snapshots.noVersion' } })
  return redirect(paths.scorecardSnapshots({ note: 'taken' }), 303)
}

export default function ScorecardSnapshots() {
  return <SnapshotsPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
