import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { attend, viewAttending, type Attending } from '~/classes/attendance/attend.server'
import { AttendPage } from '~/classes/attendance/AttendPage'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'tasks' }
export const meta = pageTitle('classes', 'attend.title')

const statuses: Record<Attending['kind'], number> = {
  unknown: 404,
  old: 410,
  cancelled: 410,
  otherDay: 409,
  notListed: 403,
  already: 200,
  ready: 200,
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const attending = await viewAttending(await requireActor(context, request), params.code!)
  return data({ attending }, statuses[attending.kind])
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const attending = await attend(actor, params.code!)
  return data({ attending }, statuses[attending.kind])
}

export default function Attend() {
  const loaded = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return <AttendPage attending={done?.attending ?? loaded.attending} />
}
