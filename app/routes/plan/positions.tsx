import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { departmentsSchema } from '~/people/positions/position-form'
import { listPositions } from '~/people/positions/list-positions.server'
import { saveDepartments } from '~/people/positions/save-departments.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { typedIn } from '~/platform/http/form-reply'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'
import { PositionsPage } from './PositionsPage'

export const handle: RouteHandle = { desk: true, nav: 'people', form: true }
export const meta = pageTitle('people', 'positions.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const noted = new URL(request.url).searchParams.get('note')
  const note: 'saved' | 'removed' | null = noted === 'saved' || noted === 'removed' ? noted : null
  return {
    ...listPositions(actor),
    note,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'positions.edit')
  const form = await request.formData()
  if (switchedLocale(context, form))
    return data({ reply: { typed: typedIn(form), errors: {} }, kept: [] as string[] })
  const { value, reply } = parseForm(form, departmentsSchema)
  if (reply) return refusedForm(reply)
  const { kept } = await saveDepartments(actor, value)
  if (kept.length > 0) return data({ reply: undefined, kept }, 409)
  return redirect(paths.positions({ note: 'saved' }), 303)
}

export default function Positions() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PositionsPage {...loaded} reply={answer?.reply} kept={answer && 'kept' in answer ? answer.kept : []} />
  )
}
