import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { classChoices } from '~/classes/class-choices.server'
import { managedClass } from '~/classes/class-at.server'
import { copyOf } from '~/classes/class-values'
import { ClassForm } from '~/classes/ClassForm'
import { createClass } from '~/classes/save-class.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { authorise } from '~/platform/policy/require.server'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'
import { readClassForm, refusedClass } from './class-reply.server'

export const handle: RouteHandle = { desk: true, nav: 'classes', form: true }
export const meta = pageTitle('classes', 'new.title')

/** `?copy=` begins with another class, without its days. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'classes.manage')
  const copy = new URL(request.url).searchParams.get('copy')
  const found = copy ? managedClass(actor, copy) : null
  return {
    choices: classChoices(),
    values: found ? copyOf(found) : { minShare: '80' },
    competencies: found?.competencies ?? [],
    modules: found?.modules ?? [],
    sessions: found?.sessions.length ?? 0,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'classes.manage')
  const form = await request.formData()
  const { value, answer } = readClassForm(context, form)
  if (!value) return answer
  const { id, fault } = await createClass(actor, value)
  if (fault) return refusedClass(form, fault)
  return redirect(paths.trainingClass(id, { note: 'created' }), 303)
}

export default function NewClass() {
  const loaded = useLoaderData<typeof loader>()
  const t = useT('classes')
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.classes(), label: t('title') }, { label: t('new.title') }]} />
      <PageTitle>{t('new.title')}</PageTitle>
      <ClassForm
        {...loaded}
        reply={useActionData<typeof action>()?.reply}
        submit={t('new.submit')}
        cancelTo={paths.classes()}
      />
    </Main>
  )
}
