import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { issueCertificates, viewCertificates } from '~/classes/certificates/class-certificates.server'
import { ClassCertificatesPage } from '~/classes/certificates/ClassCertificatesPage'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { can } from '~/platform/policy/policy'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'classes' }
export const meta = pageTitle('classes', 'certificates.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = viewCertificates(actor, params.id!)
  const count = new URL(request.url).searchParams.get('count')
  const { provinceCode } = view.class
  return {
    view,
    issued: count === null ? null : Number(count),
    mayRevoke: can(actor, 'certificates.revoke', { provinceCode }),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const count = await issueCertificates(actor, params.id!)
  return redirect(paths.classCertificates(params.id!, { count }), 303)
}

export default function ClassCertificates() {
  return <ClassCertificatesPage {...useLoaderData<typeof loader>()} />
}
