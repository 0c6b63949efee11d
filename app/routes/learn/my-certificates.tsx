import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allCertificatesOf } from '~/learning/certificates/list.server'
import { MyCertificatesPage } from '~/learning/certificates/MyCertificatesPage'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('certificates', 'mine.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { certificates: allCertificatesOf(await requireActor(context, request)) }
}

export default function MyCertificates() {
  return <MyCertificatesPage {...useLoaderData<typeof loader>()} />
}
