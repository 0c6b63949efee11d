import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Panel } from '~/ui/Panel'
import { ResponseProgress } from '~/ui/ResponseProgress'
import { TaskList, type Task } from '~/ui/TaskList'
import { DeskGaps } from './DeskGaps'
import type { DeskCampaign, PlannerDesk } from './desk.server'

/** A planner's desk: what is open, what was closed last, what to do next. */
export function DeskPlanner({ desk }: { desk: PlannerDesk }) {
  const t = useT('campaigns')
  const locale = useLocale()
  const { people, notActivated, open, lastClosed, figures } = desk
  return (
    <>
      {open.map((campaign) => (
        <OpenCampaignPanel key={campaign.id} campaign={campaign} />
      ))}
      <Columns kind="side">
        <div>
          {lastClosed && figures ? (
            <Panel
              title={t('desk.figures.title', { title: lastClosed.title })}
              end={<a href={paths.gaps(lastClosed.id)}>{t('page.gaps')}</a>}
            >
              <DeskGaps
                figures={figures}
                campaignId={lastClosed.id}
                caption={t('desk.figures.captionProvince')}
                to={(code) => paths.gapsCompetency(lastClosed.id, code)}
              />
            </Panel>
          ) : null}
          <Panel title={t('desk.next')}>
            <TaskList items={useNextSteps(desk)} />
          </Panel>
        </div>
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

/** What a planner does next, the first step first. */
function useNextSteps({ people, notActivated, ownProfiles, drafts, open, lastClosed }: PlannerDesk): Task[] {
  const t = useT('campaigns')
  const locale = useLocale()
  const n = (value: number) => formatNumber(locale, value)
  const first = { kind: 'now', label: t('desk.status.first') } as const
  const roster: Task = {
    to: paths.rosterImports(),
    title: t('desk.next.import'),
    small: t('desk.next.importSmall'),
    status: people === 0 ? first : undefined,
  }
  const profiles: Task = {
    to: paths.profiles(),
    title: t('desk.next.profiles'),
    small: t('desk.next.profilesSmall', { count: ownProfiles }),
  }
  const create: Task = {
    to: paths.newCampaign(),
    title: t('desk.next.campaign'),
    small: t('desk.next.campaignSmall'),
    status: people > 0 && drafts.length + open.length === 0 && !lastClosed ? first : undefined,
  }
  const slips: Task = {
    to: paths.communes(),
    title: t('desk.next.slips'),
    small: t('desk.next.slipsSmall', { n: n(notActivated), people: n(people) }),
  }
  const systems: Task = { to: paths.systems(), title: t('desk.next.systems') }
  const localFacts: Task = { to: paths.localFacts(), title: t('desk.next.localFacts') }
  if (people === 0) return [roster, profiles, systems, localFacts]
  return [
    ...open
      .filter(({ phase, asked, submitted }) => phase === 'running' && submitted < asked)
      .map(({ id, title, asked, submitted }) => ({
        to: paths.missing(id),
        title: t('desk.next.remind', { title }),
        small: t('desk.next.remindSmall', { n: n(asked - submitted) }),
      })),
    ...drafts.map(({ id, title }) => ({
      to: paths.campaign(id),
      title: t('desk.next.open', { title }),
      small: t('desk.next.openSmall'),
    })),
    ...(lastClosed
      ? [
          {
            to: paths.gaps(lastClosed.id),
            title: t('desk.next.gaps', { title: lastClosed.title }),
            small: t('desk.next.gapsSmall'),
          },
        ]
      : []),
    create,
    ...(notActivated > 0 ? [slips] : []),
    profiles,
    roster,
    systems,
    localFacts,
  ]
}
