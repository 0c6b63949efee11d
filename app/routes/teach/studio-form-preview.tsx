import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormPreviewPage } from '~/authoring/forms/FormPreviewPage'
import { viewFormPreview } from '~/authoring/forms/view-form-editor.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'items' }
export const meta = pageTitle('forms', 'preview.see')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const at = /^\d{1,3}$/.test(query.get('at') ?? '') ? Number(query.get('at')) : 0
  const width = query.get('width') === 'desktop' ? 'desktop' : 'phone'
  return { ...viewFormPreview(actor, params.id ?? ''), at, width } as const
}

export default function StudioFormPreview() {
  return <FormPreviewPage {...useLoaderData<typeof loader>()} />
}
