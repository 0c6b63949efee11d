import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { viewPerson } from '~/people/persons/view-person.server'
import { issuePersonSlip } from '~/people/slips/issue-slips.server'
import { PrintedSlips } from '~/people/slips/PrintedSlips'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'
import { toPrint } from './slip-paper.server'

export const handle: RouteHandle = { desk: true, nav: 'communes', sheets: true }
export const meta = pageTitle('people', 'slips.short')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { id, fullName, account, communeCode, communeName, may, hasPassword } = viewPerson(
    actor,
    params.personId ?? '',
  )
  if (!may.slip) throw refuse('notAllowed')
  return { id, fullName, account, communeCode, communeName, hasPassword }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const confirmed = (await request.formData()).get('confirmed') === 'yes'
  const { slip } = await issuePersonSlip(actor, params.personId ?? '', confirmed)
  return data(slip ? toPrint(request, [slip]) : null, { headers: { 'Cache-Control': 'no-store' } })
}

export default function PersonSlip() {
  const person = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const t = useT('people')
  const { id, fullName: name, account, communeCode, communeName, hasPassword } = person
  return (
    <Main wide>
      <Crumbs
        items={[
          ...(communeCode ? [{ to: paths.communePeople(communeCode), label: communeName }] : []),
          { to: paths.person(id), label: name },
          { label: t('slips.short') },
        ]}
      />
      {made ? (
        <>
          <div className="no-print">
            <PageTitle lead={t('slips.printNow')}>{t('slip.ready')}</PageTitle>
            <p>
              {t('slips.hand')} <a href={paths.person(id)}>{name}</a>
            </p>
          </div>
          <PrintedSlips {...made} />
        </>
      ) : account === 'disabled' || account === 'none' ? (
        <>
          <PageTitle>{t('slip.title', { name })}</PageTitle>
          <Note kind="stop">{t('slip.disabled')}</Note>
        </>
      ) : hasPassword ? (
        <ConfirmPanel
          title={t('slip.title', { name })}
          what={
            <>
              <p>{t('slip.again', { name })}</p>
              <p>{t('slip.again.what', { name })}</p>
            </>
          }
          confirmLabel={t('slip.confirm')}
          cancelTo={paths.person(id)}
          fields={{ confirmed: 'yes' }}
        />
      ) : (
        <>
          <PageTitle lead={t('slip.fresh', { name })}>{t('slip.title', { name })}</PageTitle>
          <Note kind="care">{t('slips.once')}</Note>
          <form method="post">
            <ButtonRow>
              <Button>{t('slip.make')}</Button>
              <a href={paths.person(id)}>{t('form.cancel')}</a>
            </ButtonRow>
          </form>
        </>
      )}
    </Main>
  )
}
