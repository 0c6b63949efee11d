import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { placeOfCommune } from '~/people/places/places.server'
import { issueTeamSlips } from '~/people/slips/issue-slips.server'
import { PrintedSlips } from '~/people/slips/PrintedSlips'
import { viewTeam } from '~/people/teams/view-team.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { authorise } from '~/platform/policy/require.server'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'
import { toPrint } from './slip-paper.server'

export const handle: RouteHandle = { desk: true, nav: 'communes', sheets: true }
export const meta = pageTitle('people', 'slips.short')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'slips.issue', placeOfCommune(params.code ?? ''))
  const { id, name, commune, members, waiting } = viewTeam(actor, params.code ?? '', params.teamId ?? '')
  return { id, name, commune, members: members.length, waiting }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const slips = await issueTeamSlips(actor, params.code ?? '', params.teamId ?? '')
  return data(toPrint(request, slips), { headers: { 'Cache-Control': 'no-store' } })
}

export default function TeamSlips() {
  const { id, name, commune, members, waiting } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const t = useT('teams')
  const people = useT('people')
  const team = paths.team(commune.code, id)
  const back = <a href={team}>{t('slips.back')}</a>
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.commune(commune.code), label: commune.name },
          { to: team, label: name },
          { label: people('slips.short') },
        ]}
      />
      {made && made.slips.length > 0 ? (
        <>
          <div className="no-print">
            <PageTitle lead={people('slips.printNow')}>
              {people('slips.made', { count: made.slips.length })}
            </PageTitle>
            <p>
              {people('slips.hand')} {back}
            </p>
          </div>
          <PrintedSlips {...made} />
        </>
      ) : (
        <>
          <PageTitle lead={waiting > 0 ? t('slips.lead', { waiting }) : undefined}>
            {t('slips.title', { team: name })}
          </PageTitle>
          {waiting === 0 ? (
            <EmptyState title={t(members === 0 ? 'slips.empty' : 'slips.none')} action={back} />
          ) : (
            <>
              <Note kind="care">{people('slips.once')}</Note>
              <form method="post">
                <ButtonRow>
                  <Button>{people('slips.make', { count: waiting })}</Button>
                  {back}
                </ButtonRow>
              </form>
            </>
          )}
        </>
      )}
    </Main>
  )
}
