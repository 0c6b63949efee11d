import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listFamilies } from '~/authoring/bank/clone-families.server'
import { FamiliesPage } from '~/authoring/bank/FamiliesPage'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { can } from '~/platform/policy/policy'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('bank', 'families')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { families: listFamilies(actor), writes: can(actor, 'studio.write') }
}

export default function CloneFamilies() {
  return <FamiliesPage {...useLoaderData<typeof loader>()} />
}
