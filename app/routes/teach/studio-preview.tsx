import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { entriesOf } from '~/assessment/form-entries'
import { PreviewPage } from '~/authoring/editor/PreviewPage'
import { tryItem } from '~/authoring/editor/try-item'
import { viewPreview } from '~/authoring/editor/view-preview.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'items' }
export const meta = pageTitle('studio', 'preview.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const width = new URL(request.url).searchParams.get('width') === 'desktop' ? 'desktop' : 'phone'
  return { ...viewPreview(actor, params.id ?? ''), width } as const
}

/** Shown once and recorded nowhere. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { item } = viewPreview(actor, params.id ?? '')
  const form = await request.formData()
  const typed = entriesOf(form)
  const switched = switchedLocale(context, form)
  const answered = tryItem(item, typed, switched ?? context.prefs.locale)
  const tried = switched && answered.kind !== 'feedback' ? null : answered
  const status = tried === null || tried.kind === 'feedback' ? 200 : 400
  return data({ tried, typed }, { status, headers: { 'Cache-Control': 'no-store' } })
}

export default function StudioPreview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />
}
