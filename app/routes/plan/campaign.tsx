import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CampaignAbout } from '~/campaigns/CampaignAbout'
import { CampaignLead } from '~/campaigns/CampaignLead'
import { CommuneFormsPanel } from '~/campaigns/CommuneFormsPanel'
import { PhaseTag } from '~/campaigns/CampaignsTable'
import { RatesTable } from '~/campaigns/RatesTable'
import { ReachNotes } from '~/campaigns/ReachNotes'
import { ratesSort, sortRates } from '~/campaigns/sort-rates'
import { viewCampaign, type CampaignView } from '~/campaigns/view-campaign.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle(
  'campaigns',
  'list.title',
  ({ campaign }: { campaign: CampaignView }) => campaign.title,
)

/** So many communes are shown first, those with the lowest response. */
const shownFirst = 10

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const campaign = viewCampaign(actor, params.id!, context.prefs.locale)
  const sort = ratesSort(query.get('sort'), query.get('dir'))
  const sorted = sortRates(campaign.rates, sort)
  return { campaign, sort, rows: query.get('filter') === 'all' ? sorted : sorted.slice(0, shownFirst) }
}

export default function Campaign() {
  const { campaign, sort, rows } = useLoaderData<typeof loader>()
  const t = useT('campaigns')
  const reminders = useT('reminders')
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.campaigns(), label: t('list.title') }, { label: campaign.title }]} />
      <PageTitle
        tag={<PhaseTag phase={campaign.phase} />}
        lead={<CampaignLead campaign={campaign} />}
        actions={<Actions campaign={campaign} />}
      >
        {campaign.title}
      </PageTitle>
      {campaign.remindToday ? (
        <Note kind="care" title={reminders('due')}>
          <a href={paths.reminders(campaign.id)}>{reminders('title')}</a>
        </Note>
      ) : null}
      {campaign.phase === 'draft' ? (
        <>
          {campaign.reach ? <ReachNotes reach={campaign.reach} /> : null}
          <CampaignAbout campaign={campaign} />
        </>
      ) : (
        <Columns kind="side">
          <RatesTable campaignId={campaign.id} rows={rows} count={campaign.rates.length} sort={sort} />
          <div>
            <CommuneFormsPanel campaign={campaign} />
            <CampaignAbout campaign={campaign} />
          </div>
        </Columns>
      )}
    </Main>
  )
}

function Actions({ campaign: { id, phase, manages, rates } }: { campaign: CampaignView }) {
  const t = useT('campaigns')
  const reminders = useT('reminders')
  if (phase === 'draft') {
    return (
      <>
        <ButtonLink quiet to={paths.editCampaign(id)}>
          {t('page.edit')}
        </ButtonLink>
        <ButtonLink to={paths.openCampaign(id)}>{t('page.open')}</ButtonLink>
      </>
    )
  }
  const missing = paths.missing(id)
  if (phase === 'closed') {
    return (
      <>
        <ButtonLink quiet to={missing}>
          {t('page.missing')}
        </ButtonLink>
        <ButtonLink to={manages ? paths.gaps(id) : paths.gapsCommune(id, rates[0]?.code ?? '')}>
          {t('page.gaps')}
        </ButtonLink>
      </>
    )
  }
  return (
    <>
      {manages ? (
        <ButtonLink quiet to={paths.closeCampaign(id)}>
          {t('page.dates')}
        </ButtonLink>
      ) : null}
      <ButtonLink quiet to={missing}>
        {t('page.missing')}
      </ButtonLink>
      <ButtonLink to={paths.reminders(id)}>{reminders('title')}</ButtonLink>
    </>
  )
}
