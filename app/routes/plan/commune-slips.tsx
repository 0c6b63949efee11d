import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { communeOverview } from '~/people/persons/commune-counts.server'
import { issueCommuneSlips } from '~/people/slips/issue-slips.server'
import { PrintedSlips } from '~/people/slips/PrintedSlips'
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
import { placeOfCommune } from '~/people/places/places.server'
import { pageTitle } from '../page-title'
import { toPrint } from './slip-paper.server'

export const handle: RouteHandle = { desk: true, nav: 'communes', sheets: true }
export const meta = pageTitle('people', 'slips.short')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'slips.issue', placeOfCommune(params.code ?? ''))
  const { commune, people, waiting, openSlips } = communeOverview(actor, params.code ?? '')
  return { commune, people, waiting, openSlips }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { slips } = await issueCommuneSlips(actor, params.code ?? '')
  return data(toPrint(request, slips), { headers: { 'Cache-Control': 'no-store' } })
}

export default function CommuneSlips() {
  const { commune, people, waiting, openSlips } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const t = useT('people')
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.communes(), label: t('communes.title') },
          { to: paths.commune(commune.code), label: commune.name },
          { label: t('slips.short') },
        ]}
      />
      {made && made.slips.length > 0 ? (
        <>
          <div className="no-print">
            <PageTitle lead={t('slips.printNow')}>{t('slips.made', { count: made.slips.length })}</PageTitle>
            <p>
              {t('slips.hand')} <a href={paths.communePeople(commune.code)}>{t('slips.back')}</a>
            </p>
          </div>
          <PrintedSlips {...made} />
        </>
      ) : waiting === 0 ? (
        <EmptyState
          title={people === 0 ? t('commune.empty.title') : t('slips.none.title')}
          text={people === 0 ? t('slips.none.nobody') : t('slips.none.text')}
          action={<a href={paths.communePeople(commune.code)}>{t('commune.toPeople')}</a>}
        />
      ) : (
        <>
          <PageTitle lead={t('slips.lead', { waiting })}>
            {t('slips.title', { commune: commune.name })}
          </PageTitle>
          <Note kind="care">
            {t('slips.once')} {openSlips > 0 ? t('slips.replaces', { count: openSlips }) : null}
          </Note>
          <form method="post">
            <ButtonRow>
              <Button>{t('slips.make', { count: waiting })}</Button>
              <a href={paths.communePeople(commune.code)}>{t('slips.back')}</a>
            </ButtonRow>
          </form>
        </>
      )}
    </Main>
  )
}
