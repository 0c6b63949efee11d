import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { env } from '~/env.server'
import { ApiPage } from '~/interchange/api/ApiPage'
import { currentActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { can } from '~/platform/policy/policy'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'help' }
export const meta = pageTitle('api', 'about.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await currentActor(context)
  return {
    origin: originOf(request),
    perMinute: env.API_PER_MINUTE,
    issues: can(actor, 'api-tokens.manage'),
  }
}

export default function About() {
  return <ApiPage {...useLoaderData<typeof loader>()} />
}
