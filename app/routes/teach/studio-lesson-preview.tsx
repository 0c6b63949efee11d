import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LessonPreviewPage } from '~/authoring/modules/LessonPreviewPage'
import { viewLessonPreview } from '~/authoring/modules/show-module.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'items' }
export const meta = pageTitle('studio', 'preview.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const width = new URL(request.url).searchParams.get('width') === 'desktop' ? 'desktop' : 'phone'
  const { id = '', lesson = '' } = params
  return { ...viewLessonPreview(actor, id, lesson, context.prefs.locale), width } as const
}

export default function StudioLessonPreview() {
  return <LessonPreviewPage {...useLoaderData<typeof loader>()} />
}
