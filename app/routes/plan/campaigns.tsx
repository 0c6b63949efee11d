import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CampaignsTable } from '~/campaigns/CampaignsTable'
import { listCampaigns } from '~/campaigns/list-campaigns.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { can } from '~/platform/policy/policy'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('campaigns', 'list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { campaigns: listCampaigns(actor, context.prefs.locale), manages: can(actor, 'campaign.manage') }
}

export default function Campaigns() {
  const { campaigns, manages } = useLoaderData<typeof loader>()
  const t = useT('campaigns')
  const create = <ButtonLink to={paths.newCampaign()}>{t('list.new')}</ButtonLink>
  return (
    <Main wide>
      <PageTitle
        lead={t(manages ? 'list.lead' : 'list.leadLeader')}
        actions={
          manages && campaigns.length > 0 ? (
            <>
              <ButtonLink quiet to={paths.systems()}>
                {t('list.systems')}
              </ButtonLink>
              {create}
            </>
          ) : null
        }
      >
        {t('list.title')}
      </PageTitle>
      {campaigns.length > 0 ? (
        <CampaignsTable campaigns={campaigns} />
      ) : (
        <EmptyState
          title={t('list.empty.title')}
          text={t(manages ? 'list.empty.text' : 'list.emptyLeader.text')}
          action={manages ? create : undefined}
        />
      )}
    </Main>
  )
}
