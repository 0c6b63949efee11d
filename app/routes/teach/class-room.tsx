import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { roomCode } from '~/classes/attendance/code.server'
import { codeSeconds } from '~/classes/attendance/room-code'
import { RoomPage } from '~/classes/attendance/RoomPage'
import { qrDrawing } from '~/formats/qr'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'classes' }
export const meta = pageTitle('classes', 'room.title')

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** Drawn anew each minute by the browser itself, as pages have no script; the code on it is the minute's own. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { code, ...room } = await roomCode(actor, params.id!, params.session!)
  const address = code === null ? null : originOf(request) + paths.attend(code)
  const headers: Record<string, string> = { 'Cache-Control': 'no-store' }
  if (code !== null) headers.Refresh = String(codeSeconds)
  return data({ ...room, address, qr: address === null ? null : qrDrawing(address) }, { headers })
}

export default function ClassRoom() {
  return <RoomPage {...useLoaderData<typeof loader>()} />
}
