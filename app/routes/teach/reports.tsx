import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { handleReport, listReports, reopenReport } from '~/learning/problem-reports/handle-reports.server'
import { handleSchema } from '~/learning/problem-reports/report'
import { ReportsPage } from '~/learning/problem-reports/ReportsPage'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle('reports', 'list.title')

const notes = ['answered', 'reopened'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const handled = query.get('handled') === 'yes'
  const page = Math.max(1, Number(query.get('page')) || 1)
  const note = notes.find((each) => each === query.get('note')) ?? null
  const found = listReports(actor, { handled, page, locale: context.prefs.locale })
  return {
    ...found,
    handled,
    page,
    note,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'reports.handle')
  const form = await request.formData()
  const id = String(form.get('id') ?? '')
  if (form.get('intent') === 'reopen') {
    await reopenReport(actor, id)
    return redirect(paths.reports({ note: 'reopened' }), 303)
  }
  const { value, reply } = parseForm(form, handleSchema)
  if (reply) return data({ reply: { ...reply, id } }, 400)
  await handleReport(actor, id, value.answer)
  return redirect(paths.reports({ note: 'answered' }), 303)
}

export default function Reports() {
  return <ReportsPage view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
