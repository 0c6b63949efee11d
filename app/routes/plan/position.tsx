import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { positionSchema } from '~/people/positions/position-form'
import { allDepartments } from '~/people/positions/positions.server'
import { removePosition, savePosition } from '~/people/positions/save-position.server'
import { viewPosition } from '~/people/positions/view-position.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { authorise } from '~/platform/policy/require.server'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'
import { PositionPage } from './PositionPage'

export const handle: RouteHandle = { desk: true, nav: 'people', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('people', 'position.edit')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { ...viewPosition(actor, params.code ?? ''), departments: allDepartments() }
}

type Answer = { reply?: FormReply; refused?: number }

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'positions.edit')
  const code = params.code ?? ''
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form)) return data<Answer>({ reply: { typed, errors: {} } })
  if (form.get('intent') === 'remove') {
    const { inUse } = await removePosition(actor, code)
    if (inUse) return data<Answer>({ refused: inUse }, 409)
    return redirect(paths.positions({ note: 'removed' }), 303)
  }
  const { value, reply } = parseForm(form, positionSchema)
  if (reply) return refusedForm(reply)
  const { fault } = await savePosition(actor, code, value)
  if (fault)
    return refusedForm({
      typed,
      errors: { [fault.field]: fault.key },
      values: { [fault.field]: fault.values ?? {} },
    })
  return redirect(paths.positions({ note: 'saved' }), 303)
}

export default function Position() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('people')
  return <PositionPage title={t('position.edit')} {...loaded} {...answer} />
}
