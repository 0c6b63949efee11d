import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { trainerWork } from '~/authoring/bank/trainer-work.server'
import { TrainerDesk } from '~/authoring/bank/TrainerDesk'
import { desk, type Desk } from '~/campaigns/desk.server'
import type { DeskGap } from '~/campaigns/desk-figures.server'
import { DeskLeader } from '~/campaigns/DeskLeader'
import { DeskAdministrator, DeskTrainer } from '~/campaigns/DeskOffice'
import { DeskPlanner } from '~/campaigns/DeskPlanner'
import { ProvinceLead } from '~/gaps/ProvinceLead'
import { inSentence, rangeText } from '~/gaps/share-text'
import { paths } from '~/paths'
import { openSeats } from '~/planning/carry/seats-page.server'
import { SeatsTask } from '~/planning/carry/SeatsTask'
import { planProgress } from '~/planning/plan-progress.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import type { T } from '~/platform/i18n/translate'
import { ButtonLink } from '~/ui/Button'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle('campaigns', 'desk.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { locale } = context.prefs
  return {
    desk: desk(actor, locale),
    plan: planProgress(actor, locale),
    seats: openSeats(actor),
    work: trainerWork(actor, locale),
  }
}

export default function DeskPage() {
  const { desk: of, plan, seats, work } = useLoaderData<typeof loader>()
  const t = useT('campaigns')
  const locale = useLocale()
  const places = [
    of.planner?.lastClosed?.released ? null : of.planner?.provinceName,
    ...of.communes.map(({ name }) => name),
  ].filter(Boolean)
  return (
    <Main wide>
      <PageTitle
        under={places.join(' · ') || undefined}
        lead={leadOf(of, t, locale)}
        actions={<FirstAction desk={of} />}
      >
        {of.planner?.lastClosed?.released
          ? t('desk.titleOf', { province: of.planner.provinceName, campaign: of.planner.lastClosed.title })
          : t('desk.title')}
      </PageTitle>
      {of.planner ? <DeskPlanner desk={of.planner} plan={plan} /> : null}
      <SeatsTask open={seats} />
      {of.communes.map((commune) => (
        <DeskLeader key={commune.code} desk={commune} named={of.communes.length > 1 || of.planner !== null} />
      ))}
      {work ? <TrainerDesk work={work} /> : null}
      {of.trainer ? <DeskTrainer desk={of.trainer} /> : null}
      {of.administrator ? <DeskAdministrator desk={of.administrator} /> : null}
    </Main>
  )
}

/** What matters most, in one sentence. */
function leadOf({ planner, communes }: Desk, t: T<'campaigns'>, locale: Locale): ReactNode {
  const n = (value: number) => formatNumber(locale, value)
  if (planner) {
    const [open] = planner.open
    if (planner.people === 0) return t('desk.lead.noPeople')
    const { report, lastClosed } = planner
    if (report?.figures && report.response.submitted > 0)
      return <ProvinceLead report={report} figures={report.figures} />
    if (open)
      return t('desk.lead.open', { title: open.title, submitted: n(open.submitted), asked: n(open.asked) })
    if (planner.drafts.length > 0) return t('desk.lead.draft')
    if (!lastClosed) return t('desk.lead.noCampaign', { people: n(planner.people) })
    return t(lastClosed.released ? 'desk.lead.closed' : 'desk.lead.estimating')
  }
  const [commune] = communes
  if (!commune) return undefined
  const [open] = commune.open
  if (open) return t('desk.leader.lead.open', { submitted: n(open.submitted), asked: n(open.asked) })
  const [gap] = commune.figures?.gaps ?? []
  return gap ? t('desk.leader.lead.gap', gapText(gap, locale)) : t('desk.leader.lead.none')
}

function gapText(gap: DeskGap, locale: Locale) {
  return {
    name: inSentence(locale, gap.name[locale]),
    share: formatPercent(locale, gap.share),
    range: rangeText(locale, gap),
  }
}

function FirstAction({ desk: { planner } }: { desk: Desk }) {
  const t = useT('campaigns')
  if (!planner) return null
  if (planner.people === 0)
    return <ButtonLink to={paths.rosterImports()}>{t('desk.importRoster')}</ButtonLink>
  const { open, drafts, lastClosed } = planner
  if (open.length + drafts.length > 0) return null
  return lastClosed ? (
    <ButtonLink to={paths.gaps(lastClosed.id)}>{t('page.gaps')}</ButtonLink>
  ) : (
    <ButtonLink to={paths.newCampaign()}>{t('list.new')}</ButtonLink>
  )
}
