import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { readEntry } from '~/scorecards/entry/entry-form'
import { decideEntry, enterValue } from '~/scorecards/entry/enter.server'
import { EntryPage } from '~/scorecards/entry/EntryPage'
import { viewEntry } from '~/scorecards/views/view-entry.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle(
  'scorecard',
  'entry.new',
  (data: Awaited<ReturnType<typeof loader>>) => data.view.criterion.code,
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = viewEntry(actor, params.code ?? '', params.criterion ?? '')
  return { view, note: new URL(request.url).searchParams.get('note') }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { commune, criterion, today, history } = viewEntry(actor, params.code ?? '', params.criterion ?? '')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const id = history.find((each) => String(each.id) === typed.id)?.id ?? 0
  const here = (note: string) => redirect(paths.scorecardEntry(commune.code, criterion.code, { note }), 303)
  if (typed.intent === 'confirm') {
    await decideEntry(actor, id, { state: 'confirmed' })
    return here('confirmed')
  }
  if (typed.intent === 'return') {
    const reason = (typed.reason ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
    if (reason === '') return refusedForm({ typed, errors: { reason: 'decide.reason.missing' } })
    if (reason.length > 300)
      return refusedForm({ typed, errors: { reason: 'typed.long' }, values: { reason: { most: 300 } } })
    await decideEntry(actor, id, { state: 'returned', reason })
    return here('returned')
  }
  const { value, faults } = readEntry(typed, criterion.source, today)
  if (faults) return refusedForm({ typed, ...faults })
  await enterValue(actor, commune.code, criterion.code, value)
  return redirect(paths.scorecardOf(commune.code, { note: 'entered' }), 303)
}

export default function ScorecardEntry() {
  return <EntryPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
