import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { TaskList, type Task } from '~/ui/TaskList'
import type { PlannerDesk } from './desk.server'

/** What a planner does next. */
export function DeskNextSteps({ desk }: { desk: PlannerDesk }) {
  const t = useT('campaigns')
  return (
    <Panel title={t('desk.next')}>
      <TaskList items={useNextSteps(desk)} />
    </Panel>
  )
}

/** The steps that there are, the first one first. */
function useNextSteps({ people, notActivated, ownProfiles, drafts, open, lastClosed }: PlannerDesk): Task[] {
  const t = useT('campaigns')
  const indicatorTexts = useT('indicators')
  const requestTexts = useT('requests')
  const apiTexts = useT('api')
  const scorecardTexts = useT('scorecard')
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
  const requests: Task = {
    to: paths.requests(),
    title: requestTexts('desk.link'),
    small: requestTexts('desk.small'),
  }
  const indicators: Task = { to: paths.indicators(), title: indicatorTexts('desk.link') }
  const tokens: Task = { to: paths.apiTokens(), title: apiTexts('tokens.title') }
  const scorecards: Task = { to: paths.scorecards(), title: scorecardTexts('title') }
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
          {
            to: paths.plans(),
            title: t('desk.next.plan'),
            small: t('desk.next.planSmall'),
          },
        ]
      : []),
    ...(lastClosed || open.length > 0 ? [requests] : []),
    create,
    ...(notActivated > 0 ? [slips] : []),
    profiles,
    roster,
    systems,
    localFacts,
    indicators,
    scorecards,
    tokens,
  ]
}
