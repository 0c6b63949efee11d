import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { CellProblem } from '~/formats/number-table'
import { measureSchema, parseKind } from '~/gaps/measure-page/measure-choices'
import { MeasurePage } from '~/gaps/measure-page/MeasurePage'
import { deleteMeasure, keptDays, ownMeasures } from '~/gaps/measure-page/own-measures.server'
import { startMeasure } from '~/gaps/measure-page/start-measure.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items', form: true }
export const meta = pageTitle('measure', 'page.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const kind = parseKind(new URL(request.url).searchParams.get('kind'))
  return { kind, runs: ownMeasures(actor), keptDays }
}

type Answer = { reply: FormReply; problems?: CellProblem[]; busy?: string }

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'measure.use')
  const form = await request.formData()
  if (form.get('intent') === 'delete') {
    await deleteMeasure(actor, String(form.get('id')))
    return redirect(paths.measure(), 303)
  }
  const typed = typedIn(form)
  if (switchedLocale(context, form)) return data<Answer>({ reply: { typed, errors: {} } })
  const { value, reply } = parseForm(form, measureSchema)
  if (reply) return refusedForm(reply)
  const upload = form.get('file')
  if (!(upload instanceof File) || upload.name === '')
    return refusedForm({ typed, errors: { file: 'form.noFile' } })
  const answer = await startMeasure(actor, value, {
    fileName: upload.name,
    file: new Uint8Array(await upload.arrayBuffer()),
  })
  if ('id' in answer) return redirect(paths.measureResult(answer.id), 303)
  const { problems, busy } = 'busy' in answer ? { ...answer, problems: [] } : { ...answer, busy: undefined }
  const errors = { file: busy ? 'form.busy' : 'form.badFile' }
  return data<Answer>({ reply: { typed, errors }, problems, busy }, 400)
}

export default function Measure() {
  const { kind, runs, keptDays: days } = useLoaderData<typeof loader>()
  const answer: Answer | undefined = useActionData<typeof action>()
  const sent = answer ? parseKind(answer.reply.typed.kind) : kind
  return <MeasurePage kind={sent} runs={runs} keptDays={days} {...answer} />
}
