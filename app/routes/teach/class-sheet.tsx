import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewAttendance } from '~/classes/attendance/mark.server'
import { SignInSheet } from '~/classes/attendance/SignInSheet'
import { positionNames } from '~/people/positions/positions.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'classes', sheets: true }
export const meta = pageTitle('classes', 'sheet.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: viewAttendance(actor, params.id!, params.session!), positions: positionNames() }
}

export default function ClassSheet() {
  return <SignInSheet {...useLoaderData<typeof loader>()} />
}
