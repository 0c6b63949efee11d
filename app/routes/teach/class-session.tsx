import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AttendancePage } from '~/classes/attendance/AttendancePage'
import { markAttendance, viewAttendance } from '~/classes/attendance/mark.server'
import { paths } from '~/paths'
import { positionNames } from '~/people/positions/positions.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'classes' }
export const meta = pageTitle('classes', 'attendance.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return {
    view: viewAttendance(actor, params.id!, params.session!),
    positions: positionNames(),
    saved: query.get('note') === 'saved' ? Number(query.get('count') ?? 0) : null,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const { changed } = await markAttendance(actor, params.id!, params.session!, {
    listed: String(form.get('listed') ?? '').split(','),
    present: form.getAll('present').map(String),
    via: form.get('via') === 'paper' ? 'paper' : 'list',
  })
  return redirect(paths.classSession(params.id!, params.session!, { note: 'saved', count: changed }), 303)
}

export default function ClassSessionRoute() {
  return <AttendancePage {...useLoaderData<typeof loader>()} />
}
