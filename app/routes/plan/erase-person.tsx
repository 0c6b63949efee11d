import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { erasePerson } from '~/campaigns/erase-person.server'
import { paths } from '~/paths'
import { viewPerson } from '~/people/persons/view-person.server'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'communes' }
export const meta = pageTitle('people', 'erase.short')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { id, fullName, may } = viewPerson(actor, params.personId ?? '')
  if (!may.edit) throw refuse('notAllowed')
  return { id, fullName }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { communeCode } = await erasePerson(actor, params.personId ?? '')
  return redirect(communeCode ? paths.communePeople(communeCode) : paths.people(), 303)
}

export default function ErasePerson() {
  const { id, fullName: name } = useLoaderData<typeof loader>()
  const t = useT('people')
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.person(id), label: name }, { label: t('erase.short') }]} />
      <ConfirmPanel
        title={t('erase.title', { name })}
        what={
          <>
            <p>{t('erase.what')}</p>
            <p>{t('erase.kept')}</p>
          </>
        }
        confirmLabel={t('erase.confirm', { name })}
        cancelTo={paths.person(id)}
      />
    </Main>
  )
}
