import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openCampaign, previewOpening } from '~/campaigns/open-campaign.server'
import { ReachNotes } from '~/campaigns/ReachNotes'
import { titleOf } from '~/campaigns/survey-pages.server'
import { paths } from '~/paths'
import { now } from '~/platform/clock/now.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatDate, formatNumber, vietnamDay } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('campaigns', 'page.open')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { campaign, reach, obstacle, opensOn } = previewOpening(actor, params.id!)
  if (campaign.state !== 'draft') throw redirect(paths.campaign(campaign.id))
  const { id, closesOn } = campaign
  const today = opensOn === vietnamDay(now())
  return { id, title: titleOf(campaign, context.prefs.locale), opensOn, closesOn, today, reach, obstacle }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const obstacle = await openCampaign(actor, params.id!)
  if (obstacle) return data({ obstacle }, 400)
  return redirect(paths.campaign(params.id!), 303)
}

export default function OpenCampaign() {
  const { id, title, opensOn, closesOn, today, reach, ...loaded } = useLoaderData<typeof loader>()
  const obstacle = useActionData<typeof action>()?.obstacle ?? loaded.obstacle
  const t = useT('campaigns')
  const locale = useLocale()
  const dates = { from: formatDate(opensOn), to: formatDate(closesOn) }
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: t('list.title') },
          { to: paths.campaign(id), label: title },
          { label: t('page.open') },
        ]}
      />
      <PageTitle under={title}>{t('open.title')}</PageTitle>
      {obstacle ? (
        <Note kind="stop" role="alert" title={t('open.obstacle')}>
          {t(`open.obstacle.${obstacle}`)} <a href={paths.editCampaign(id)}>{t('page.edit')}</a>
        </Note>
      ) : (
        <ReachNotes reach={reach} />
      )}
      <Panel>
        <p>{t(today ? 'open.when.today' : 'open.when.later', dates)}</p>
        <p>{t('open.what')}</p>
        <form method="post">
          <ButtonRow>
            {obstacle ? null : (
              <Button>{t('open.confirm', { people: formatNumber(locale, reach.people) })}</Button>
            )}
            <a href={paths.campaign(id)}>{t('open.cancel')}</a>
          </ButtonRow>
        </form>
      </Panel>
    </Main>
  )
}
