import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reportSchema } from '~/learning/problem-reports/report'
import { ReportPage } from '~/learning/problem-reports/ReportPage'
import { ownReports, sendReport } from '~/learning/problem-reports/send-report.server'
import { subjectOf } from '~/learning/problem-reports/subject.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn', form: true }
export const meta = pageTitle('reports', 'title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'report.send')
  const query = new URL(request.url).searchParams
  const about = subjectOf(query.get('kind'), query.get('of'), context.prefs.locale)
  return { about, own: ownReports(actor, about), reportId: randomUUID(), sent: query.has('sent') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'report.send')
  const query = new URL(request.url).searchParams
  const { locale } = context.prefs
  const about = subjectOf(query.get('kind'), query.get('of'), locale)
  const form = await request.formData()
  if (switchedLocale(context, form)) return data({ reply: { typed: typedIn(form), errors: {} } })
  const { value, reply } = parseForm(form, reportSchema)
  if (reply) return refusedForm(reply)
  await sendReport(actor, about, { ...value, id: String(form.get('reportId') ?? ''), locale })
  return redirect(`${paths.report(about.kind, query.get('of')!)}&sent=1`, 303)
}

export default function Report() {
  return <ReportPage view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
