import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CalibrationPage } from '~/assessment/calibration/CalibrationPage'
import { decideCalibration } from '~/assessment/calibration/decide-calibration.server'
import { DecisionForm, type Asking } from '~/assessment/calibration/DecisionForm'
import { viewCalibration } from '~/assessment/calibration/view-calibrations.server'
import { reasonSchema } from '~/competency/standard-form'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items', form: true }
export const meta = pageTitle('analysis', 'calibrations.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: viewCalibration(actor, Number(params.id)) }
}

const seen = z.coerce.number().int().default(0)
const schemas = {
  adopt: z.object({ seen, reason: reasonSchema.optional() }),
  reject: z.object({ seen, reason: reasonSchema }),
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const id = Number(params.id)
  const form = await request.formData()
  const intent = String(form.get('intent') ?? '')
  const asking = (['adopt', 'reject'] as Asking[]).find((each) => intent.endsWith(each)) ?? null
  const asTyped = { asking, meanwhile: false, reply: { typed: typedIn(form), errors: {} } }
  if (switchedLocale(context, form) !== null) return data(asTyped)
  authorise(actor, 'calibration.run')
  viewCalibration(actor, id)
  if (intent.startsWith('ask-')) return data(asTyped)
  if (!asking) throw refuse('badRequest')
  const { value, reply } = parseForm(form, schemas[asking])
  if (reply) return data({ ...asTyped, reply }, 400)
  const what = asking === 'adopt' ? 'adopted' : 'rejected'
  const outcome = await decideCalibration(actor, {
    id,
    what,
    reason: value.reason ?? null,
    seen: value.seen,
  })
  if (outcome === 'changedMeanwhile') return data({ ...asTyped, meanwhile: true }, 400)
  return redirect(paths.calibrations({ note: what }), 303)
}

export default function Calibration() {
  const { view } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (!back?.asking) return <CalibrationPage view={view} />
  return <DecisionForm view={view} asking={back.asking} reply={back.reply} meanwhile={back.meanwhile} />
}
