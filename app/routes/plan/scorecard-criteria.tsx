import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { CriteriaPage } from '~/scorecards/edit/CriteriaPage'
import {
  beginDraft,
  changeDraft,
  discardDraft,
  publishDay,
  publishDraft,
} from '~/scorecards/edit/draft.server'
import { withMoved, withRetired } from '~/scorecards/edit/edit-card'
import { viewCriteria } from '~/scorecards/views/view-criteria.server'
import { parseDateText } from '~/ui/date-text'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('scorecard', 'tab.criteria')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const number = query.get('version')
  return {
    view: viewCriteria(actor, {
      draft: query.get('draft') === 'yes',
      number: number === null ? null : Number(number),
    }),
    ask: query.get('ask'),
    note: query.get('note'),
    retired: query.get('code'),
    today: publishDay(),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'scorecard.edit')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form) !== null) return { reply: { typed, errors: {} } }
  const code = typed.code ?? ''
  const back = (note?: string) => redirect(paths.scorecardCriteria({ draft: 'yes', note }), 303)
  switch (typed.intent) {
    case 'begin':
      await beginDraft(actor)
      return back()
    case 'discard':
      await discardDraft(actor)
      return redirect(paths.scorecardCriteria({ note: 'discarded' }), 303)
    case 'up':
    case 'down': {
      const by = typed.intent === 'up' ? -1 : 1
      await changeDraft(actor, null, 'move', (card) => withMoved(card, code, by))
      return back()
    }
    case 'retire':
      await changeDraft(actor, null, 'retire', (card) => withRetired(card, code, true))
      return redirect(paths.scorecardCriteria({ draft: 'yes', note: 'retired', code }), 303)
    case 'restore':
      await changeDraft(actor, null, 'restore', (card) => withRetired(card, code, false))
      return back('restored')
    default: {
      const validFrom = parseDateText(typed.validFrom ?? '')
      if (validFrom === null) return refusedForm({ typed, errors: { validFrom: 'publish.day' } })
      const answer = await publishDraft(actor, validFrom)
      if (answer.fault !== undefined) return refusedForm({ typed, errors: { validFrom: answer.fault } })
      return redirect(paths.scorecardCriteria({ version: answer.number, note: 'published' }), 303)
    }
  }
}

export default function ScorecardCriteria() {
  return <CriteriaPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
