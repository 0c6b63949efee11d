import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { qrDrawing } from '~/formats/qr'
import { OwnCertificatePage } from '~/learning/certificates/OwnCertificatePage'
import { renewCertificate } from '~/learning/certificates/renew.server'
import { viewOwnCertificate } from '~/learning/certificates/view-own.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn', sheets: true }
export const meta = pageTitle('certificates', 'own.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const certificate = viewOwnCertificate(actor, params.number ?? '')
  const origin = originOf(request)
  return {
    certificate,
    qr: qrDrawing(origin + paths.verified(certificate.facts.number)),
    address: (origin + paths.verify()).replace(/^https?:\/\//, ''),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  return redirect(paths.certificate(await renewCertificate(actor, params.number ?? '')), 303)
}

export default function Certificate() {
  return <OwnCertificatePage {...useLoaderData<typeof loader>()} />
}
