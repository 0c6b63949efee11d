import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { checkedCampaign, checkWorkbook } from '~/interchange/workbook/check-workbook.server'
import { checkFault } from '~/interchange/workbook/check-fault'
import { CheckScreen } from '~/interchange/workbook/CheckScreen'
import type { WorkbookCheck } from '~/interchange/workbook/compare-workbook'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { getT } from '~/platform/i18n/translate'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns', form: true }
export const meta = pageTitle('workbook', 'check.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return { campaign: checkedCampaign(await requireActor(context, request), params.id!) }
}

type Reply = { error?: string; check?: Extract<WorkbookCheck, { kind: 'compared' }> }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  checkedCampaign(actor, params.id!)
  const form = await request.formData()
  const switched = switchedLocale(context, form) !== null
  const { locale } = context.prefs
  const reply = (value: Reply, status: number) =>
    data(value, { status, headers: { 'Cache-Control': 'no-store' } })
  if (switched) return reply({}, 200)
  const file = form.get('file')
  if (!(file instanceof File) || file.name === '')
    return reply({ error: getT(locale, 'workbook')('check.noFile') }, 400)
  const check = await checkWorkbook(actor, params.id!, new Uint8Array(await file.arrayBuffer()))
  return check.kind === 'compared' ? reply({ check }, 200) : reply({ error: checkFault(check, locale) }, 400)
}

export default function GapsCheck() {
  const { campaign } = useLoaderData<typeof loader>()
  const { error, check }: Reply = useActionData<typeof action>() ?? {}
  return <CheckScreen campaign={campaign} error={error} check={check} />
}
