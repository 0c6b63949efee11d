import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PreviewPage } from '~/authoring/editor/PreviewPage'
import { viewPreview } from '~/authoring/editor/view-preview.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'items' }
export const meta = pageTitle('studio', 'preview.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const width = new URL(request.url).searchParams.get('width') === 'desktop' ? 'desktop' : 'phone'
  return { ...viewPreview(actor, params.id ?? ''), width } as const
}

export default function StudioPreview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />
}
