import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { classChoices } from '~/classes/class-choices.server'
import { managedClass } from '~/classes/class-at.server'
import { valuesOf } from '~/classes/class-values'
import { ClassForm } from '~/classes/ClassForm'
import { editClass } from '~/classes/save-class.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'
import { readClassForm, refusedClass } from './class-reply.server'

export const handle: RouteHandle = { desk: true, nav: 'classes', form: true }
export const meta = pageTitle('classes', 'edit.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const found = managedClass(await requireActor(context, request), params.id!)
  const { id, title, competencies, modules, sessions } = found
  return {
    id,
    title,
    form: {
      choices: classChoices(),
      values: valuesOf(found),
      competencies,
      modules,
      sessions: sessions.length,
    },
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  managedClass(actor, params.id!)
  const form = await request.formData()
  const { value, answer } = readClassForm(context, form)
  if (!value) return answer
  const { id, fault } = await editClass(actor, params.id!, value)
  if (fault) return refusedClass(form, fault)
  return redirect(paths.trainingClass(id, { note: 'saved' }), 303)
}

export default function EditClass() {
  const { id, title, form } = useLoaderData<typeof loader>()
  const t = useT('classes')
  const locale = useLocale()
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.classes(), label: t('title') },
          { to: paths.trainingClass(id), label: title[locale] },
          { label: t('edit.title') },
        ]}
      />
      <PageTitle>{t('edit.title')}</PageTitle>
      <ClassForm
        {...form}
        reply={useActionData<typeof action>()?.reply}
        submit={t('edit.submit')}
        cancelTo={paths.trainingClass(id)}
      />
    </Main>
  )
}
