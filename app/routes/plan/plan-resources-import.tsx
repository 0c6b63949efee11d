import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import type { ImportFault } from '~/planning/resources/import-rows'
import { importResources } from '~/planning/resources/import-resources.server'
import { ImportPage, type ImportCounts } from '~/planning/resources/ImportPage'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { getT, translateMessage } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('planning', 'import.title')

type Reply = { error?: string; faults?: ImportFault[] }

export async function loader({ context, request }: LoaderFunctionArgs) {
  authorise(await requireActor(context, request), 'plans.manage')
  const { searchParams } = new URL(request.url)
  const count = (name: string) => Number(searchParams.get(name) ?? 0)
  const stored: ImportCounts | null =
    searchParams.get('note') === 'stored'
      ? { trainers: count('trainers'), venues: count('venues'), travel: count('travel') }
      : null
  return { stored }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'plans.manage')
  const form = await request.formData()
  const reply = (value: Reply, status: number) => data(value, status)
  if (switchedLocale(context, form) !== null) return reply({}, 200)
  const { locale } = context.prefs
  const file = form.get('file')
  if (!(file instanceof File) || file.name === '')
    return reply({ error: getT(locale, 'planning')('import.noFile') }, 400)
  const answer = await importResources(actor, new Uint8Array(await file.arrayBuffer()))
  if (answer.kind === 'faults') return reply({ faults: answer.faults }, 400)
  if (answer.kind === 'file') {
    const words = [answer.message, answer.mend].map((each) => translateMessage(locale, 'roster', each))
    return reply({ error: words.join(' ') }, 400)
  }
  const { trainers, venues, travel } = answer
  return redirect(paths.planResourcesImport({ note: 'stored', trainers, venues, travel }), 303)
}

export default function PlanResourcesImport() {
  const { stored } = useLoaderData<typeof loader>()
  const reply: Reply = useActionData<typeof action>() ?? {}
  return <ImportPage error={reply.error} faults={reply.faults ?? []} stored={stored} />
}
