import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { positionSchema } from '~/people/positions/position-form'
import { allDepartments, allPositions } from '~/people/positions/positions.server'
import { mayEditPositions, savePosition } from '~/people/positions/save-position.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { authorise } from '~/platform/policy/require.server'
import { typedIn } from '~/platform/http/form-reply'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'
import { PositionPage } from './PositionPage'

export const handle: RouteHandle = { desk: true, nav: 'people', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('people', 'position.new')

export async function loader({ context, request }: LoaderFunctionArgs) {
  mayEditPositions(await requireActor(context, request))
  const order = Math.max(0, ...allPositions().map((position) => position.order)) + 1
  return { departments: allDepartments(), stored: { active: 'yes', order: String(order) } }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'positions.edit')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form)) return data({ reply: { typed, errors: {} } })
  const { value, reply } = parseForm(form, positionSchema)
  if (reply) return refusedForm(reply)
  const { fault } = await savePosition(actor, null, value)
  if (fault)
    return refusedForm({
      typed,
      errors: { [fault.field]: fault.key },
      values: { [fault.field]: fault.values ?? {} },
    })
  return redirect(paths.positions({ note: 'saved' }), 303)
}

export default function NewPosition() {
  const { departments, stored } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('people')
  return (
    <PositionPage
      title={t('position.new')}
      departments={departments}
      stored={stored}
      uses={null}
      reply={answer?.reply}
    />
  )
}
