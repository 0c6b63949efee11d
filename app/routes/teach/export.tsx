import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exportChoice } from '~/interchange/questions/export-choice'
import { ExportPage } from '~/interchange/questions/ExportPage'
import { viewExport } from '~/interchange/questions/write-export.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('interchange', 'export.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const choice = exportChoice(new URL(request.url).searchParams)
  return { choice, view: await viewExport(actor, choice, context.prefs.locale) }
}

export default function ExportQuestions() {
  return <ExportPage {...useLoaderData<typeof loader>()} />
}
