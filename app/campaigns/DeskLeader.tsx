import { OverallKpi } from '~/gaps/OverallKpi'
import { ReportScript } from '~/gaps/ReportScript'
import { TrendGrid } from '~/gaps/TrendGrid'
import { paths } from '~/paths'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Kpi } from '~/ui/Kpi'
import { Panel } from '~/ui/Panel'
import { ResponseProgress } from '~/ui/ResponseProgress'
import { TaskList, type Task } from '~/ui/TaskList'
import type { TagKind } from '~/ui/Tag'
import { DeskGaps } from './DeskGaps'
import type { LeaderDesk } from './desk.server'
import type { CommuneGlance } from './desk-figures.server'
import type { FormProgress } from './response-rates.server'

const formTags: Record<FormProgress, TagKind> = { submitted: 'ok', started: 'now', notStarted: 'plain' }

/** A leader's desk: how far the own commune is, its form, its people, its results. */
export function DeskLeader({ desk, named }: { desk: LeaderDesk; named: boolean }) {
  const t = useT('campaigns')
  const charts = useT('charts')
  return (
    <>
      {named ? <h2>{desk.name}</h2> : null}
      {desk.open.map(({ id, title, submitted, asked, closesOn, opensOn, phase }) => (
        <Panel key={id} title={<a href={paths.campaign(id)}>{title}</a>}>
          <ResponseProgress done={submitted} total={asked} />
          <p className="muted">
            {phase === 'waiting'
              ? t('desk.kpi.opens', { date: formatDate(opensOn) })
              : t('desk.kpi.until', { date: formatDate(closesOn) })}
          </p>
          {phase === 'running' && submitted < asked ? (
            <p>
              <a href={paths.missing(id)}>{t('desk.leader.rate')}</a>
            </p>
          ) : null}
        </Panel>
      ))}
      {desk.figures?.glance ? <LeaderKpis code={desk.code} glance={desk.figures.glance} /> : null}
      {desk.closed[0] && desk.figures ? (
        <Panel
          title={t('desk.figures.title', { title: desk.closed[0].title })}
          end={<a href={paths.gapsCommune(desk.closed[0].id, desk.code)}>{t('page.gaps')}</a>}
        >
          <DeskGaps
            figures={desk.figures}
            campaignId={desk.closed[0].id}
            caption={t('desk.figures.captionCommune')}
          />
        </Panel>
      ) : null}
      {(desk.figures?.glance?.trend.campaigns.length ?? 0) > 1 ? (
        <Panel title={charts('trend.panel')}>
          <TrendGrid
            trend={desk.figures!.glance!.trend}
            to={(id) => paths.gapsCommune(id, desk.code)}
            folded
          />
          <ReportScript />
        </Panel>
      ) : null}
      <Panel title={t('desk.next')}>
        <TaskList items={useCommuneTasks(desk)} />
      </Panel>
    </>
  )
}

/** Where the commune is, in three figures; each leads to what is behind it. */
function LeaderKpis({ code, glance }: { code: string; glance: CommuneGlance }) {
  const t = useT('desk')
  const gaps = useT('gaps')
  const locale = useLocale()
  const { campaignId, asked, submitted, lacking, conditions } = glance
  const to = paths.gapsCommune(campaignId, code)
  return (
    <Columns kind="four">
      <Kpi
        label={gaps('kpi.answered')}
        value={formatPercent(locale, asked > 0 ? submitted / asked : 0)}
        beside={`${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`}
        to={paths.campaign(campaignId)}
      />
      <OverallKpi overall={glance.overall} change={glance.overallChange} compared={glance.compared} to={to} />
      <Kpi
        label={t('own.lacks')}
        value={formatNumber(locale, lacking.length)}
        beside={gaps('kpi.of', { count: conditions })}
        to={to}
      >
        {lacking.length > 0 ? lacking.map((name) => name[locale]).join(' · ') : t('own.lacksNone')}
      </Kpi>
    </Columns>
  )
}

function useCommuneTasks({ code, people, notActivated, open, closed }: LeaderDesk): Task[] {
  const t = useT('campaigns')
  const scorecardTexts = useT('scorecard')
  const requestTexts = useT('requests')
  const forms = open.flatMap(({ id, form, phase }): Task[] =>
    form && phase === 'running'
      ? [
          {
            to: form === 'submitted' ? undefined : paths.communeSurvey(id),
            title: t('desk.leader.form'),
            small: t('desk.leader.formSmall'),
            status: { kind: formTags[form], label: t(`form.${form}`) },
          },
        ]
      : [],
  )
  const reports = closed.flatMap(({ id, title }): Task[] => [
    {
      to: paths.gapsCommune(id, code),
      title: t('desk.leader.report', { title }),
      small: t('desk.leader.reportSmall'),
    },
    {
      to: paths.communeConsented(code, id),
      title: t('desk.leader.consented', { title }),
      small: t('desk.leader.consentedSmall'),
    },
  ])
  return [
    ...forms,
    {
      to: paths.communePeople(code),
      title: t('desk.leader.people'),
      small: t('desk.leader.peopleSmall', { count: people }),
    },
    {
      to: paths.communeSlips(code),
      title: t('desk.leader.slips'),
      small: notActivated > 0 ? t('desk.kpi.peopleHint', { n: notActivated }) : undefined,
    },
    ...reports,
    { to: paths.scorecardOf(code), title: scorecardTexts('title'), small: scorecardTexts('desk.small') },
    ...(open.length + closed.length > 0
      ? [{ to: paths.communeRequests(code), title: requestTexts('desk.own') }]
      : []),
  ]
}
