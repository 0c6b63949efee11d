import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { chooseRows, readReminderQuery } from '~/campaigns/reminders/choose'
import { readDays } from '~/campaigns/reminders/reminder-days'
import { saveReminderDays } from '~/campaigns/reminders/reminder-plan.server'
import { RemindersPage } from '~/campaigns/reminders/RemindersPage'
import { viewReminders } from '~/campaigns/reminders/view-reminders.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { can } from '~/platform/policy/policy'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('reminders', 'title')

const notes = ['none', 'mail', 'list', 'message', 'days', 'nobody'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const search = new URL(request.url).searchParams
  const view = viewReminders(actor, params.id!, context.prefs.locale)
  const query = readReminderQuery(search)
  const what = notes.find((each) => each === search.get('note'))
  return {
    view,
    query,
    rows: chooseRows(view.rows, query),
    note: what ? { what, count: Math.trunc(Number(search.get('count'))) || 0 } : null,
    links: { mail: can(actor, 'mail.manage'), contacts: can(actor, 'people.edit') },
  }
}

/** The days on which the campaign reminds by itself. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  await saveReminderDays(actor, params.id!, readDays(form.getAll('day')))
  return redirect(paths.reminders(params.id!, { note: 'days' }), 303)
}

export default function Reminders() {
  return <RemindersPage {...useLoaderData<typeof loader>()} />
}
