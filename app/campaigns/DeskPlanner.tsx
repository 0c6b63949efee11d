import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { ResponseProgress } from '~/ui/ResponseProgress'
import { DeskNextSteps } from './DeskNextSteps'
import { DeskReport } from './DeskReport'
import type { DeskCampaign, PlannerDesk } from './desk.server'
import type { PlanProgress } from './plan-progress'

/** A planner's desk: where the province is, what is open, what to do next. */
export function DeskPlanner({ desk, plan }: { desk: PlannerDesk; plan: PlanProgress | null }) {
  const t = useT('campaigns')
  const locale = useLocale()
  const { people, notActivated, open, lastClosed, report } = desk
  const figures = report?.figures
  const campaigns = open.map((campaign) => <OpenCampaignPanel key={campaign.id} campaign={campaign} />)
  return (
    <>
      {report?.estimating ? <Estimating report={report} /> : null}
      {report && figures && report.response.submitted > 0 ? (
        <DeskReport report={report} figures={figures} plan={plan}>
          {campaigns}
        </DeskReport>
      ) : (
        campaigns
      )}
      <Columns kind="side">
        <DeskNextSteps desk={desk} />
        <div>
          <Panel title={t('desk.kpi.people')}>
            <p>
              <a href={paths.communes()}>
                {t('desk.administrator.peopleSmall', { n: formatNumber(locale, people) })}
              </a>
            </p>
            {notActivated > 0 ? (
              <p className="small muted">
                {t('desk.kpi.peopleHint', { n: formatNumber(locale, notActivated) })}
              </p>
            ) : null}
          </Panel>
          {lastClosed ? <LastClosedPanel campaign={lastClosed} /> : null}
        </div>
      </Columns>
    </>
  )
}

function Estimating({ report }: { report: NonNullable<PlannerDesk['report']> }) {
  const t = useT('campaigns')
  return report.estimating?.failed ? (
    <Note kind="stop" title={t('desk.figures.failed')}>
      <p>
        <a href={paths.gaps(report.campaign.id)}>{t('desk.figures.look')}</a>
      </p>
    </Note>
  ) : (
    <Note title={t('desk.figures.running')}>{t('desk.figures.runningText')}</Note>
  )
}

function OpenCampaignPanel({ campaign }: { campaign: DeskCampaign }) {
  const t = useT('campaigns')
  const { id, title, submitted, asked, phase, daysLeft, opensOn, closesOn } = campaign
  const left = daysLeft > 0 ? t('desk.kpi.days', { count: daysLeft }) : t('desk.kpi.lastDay')
  return (
    <Panel title={<a href={paths.campaign(id)}>{title}</a>}>
      <ResponseProgress done={submitted} total={asked} />
      <p className="muted">
        {phase === 'waiting'
          ? t('desk.kpi.opens', { date: formatDate(opensOn) })
          : `${t('desk.kpi.daysLeft')} ${left}`}{' '}
        · {t('desk.kpi.until', { date: formatDate(closesOn) })}
      </p>
    </Panel>
  )
}

function LastClosedPanel({
  campaign: { id, title, submitted, asked, closesOn },
}: {
  campaign: DeskCampaign
}) {
  const t = useT('campaigns')
  const locale = useLocale()
  return (
    <Panel title={t('desk.lastClosed')}>
      <p>
        <a href={paths.campaign(id)}>{title}</a>
      </p>
      <p className="small muted">
        {t('desk.closedOn', {
          date: formatDate(closesOn),
          submitted: formatNumber(locale, submitted),
          asked: formatNumber(locale, asked),
        })}
      </p>
      <p>
        <a href={paths.gaps(id)}>{t('page.gaps')}</a>
      </p>
    </Panel>
  )
}
