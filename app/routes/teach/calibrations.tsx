import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { CalibrationChoice } from '~/assessment/calibration/CalibrationForm'
import { isRunning } from '~/assessment/calibration/CalibrationJob'
import { calibrationNotes, CalibrationsPage } from '~/assessment/calibration/CalibrationsPage'
import { startCalibration } from '~/assessment/calibration/start-calibration.server'
import { viewCalibrations } from '~/assessment/calibration/view-calibrations.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items', form: true }
export const meta = pageTitle('analysis', 'calibrations.title')
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = viewCalibrations(actor)
  const asked = new URL(request.url).searchParams.get('note')
  const note = calibrationNotes.find((each) => each === asked) ?? null
  // A page without script asks again by this header while the calibration runs.
  return data({ view, note }, view.mayRun && isRunning(view.job) ? { headers: { Refresh: '2' } } : undefined)
}

const schema = z.object({
  campaigns: z.array(z.string(), { error: 'calibrate.choose' }).min(1, 'calibrate.choose'),
  shrinkage: z.enum(['on', 'off']).default('on'),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const chosen: CalibrationChoice = {
    campaigns: form.getAll('campaigns').map(String),
    shrinkage: String(form.get('shrinkage') ?? 'on'),
  }
  if (switchedLocale(context, form) !== null) return data({ chosen })
  authorise(actor, 'calibration.run')
  const { value, reply } = parseForm(form, schema)
  if (reply) return data({ chosen: { ...chosen, error: reply.errors.campaigns ?? 'calibrate.choose' } }, 400)
  await startCalibration(actor, { campaigns: value.campaigns, shrinkage: value.shrinkage === 'on' })
  return redirect(paths.calibrations(), 303)
}

export default function Calibrations() {
  const { view, note } = useLoaderData<typeof loader>()
  const t = useT('analysis')
  const chosen = useActionData<typeof action>()?.chosen ?? null
  const said = chosen ? { ...chosen, error: translated(t, chosen.error) } : null
  return <CalibrationsPage view={view} note={note} chosen={said} />
}
