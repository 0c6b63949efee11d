import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Tabs } from '~/ui/Tabs'
import { Tag } from '~/ui/Tag'
import type { FormReply } from '~/platform/http/form-reply'
import { BasisView } from './BasisView'
import { ClassesView } from './ClassesView'
import { ExpectedView } from './ExpectedView'
import { OverviewView } from './OverviewView'
import { planViews, type PlanShown } from './plan-query'
import { conclusion } from './plan-words'
import { ScenarioState, SolveButton } from './ScenarioState'
import { ScenarioTools } from './ScenarioTools'
import type { ScenarioView } from './view-scenario.server'

type PlanScreenProps = { view: ScenarioView; shown: PlanShown; reply?: FormReply | null }

/** A training plan: what it comes to in a sentence, then the calendar, what it brings, and why it is not more. */
export function PlanScreen({ view, shown, reply }: PlanScreenProps) {
  const t = useT('plans')
  const official = useT('official')
  const locale = useLocale()
  const { plan, scenario, solved, settings } = view
  const title = plan.title[locale]
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.plans(), label: t('title') }, { label: title }]} />
      {shown.note ? (
        <Note kind={refusals.has(shown.note) ? 'care' : 'done'} role="status">
          {t(`note.${shown.note}`)}
        </Note>
      ) : null}
      <PageTitle
        tag={plan.state === 'draft' ? undefined : <Tag kind="ok">{t(`state.${plan.state}`)}</Tag>}
        under={<CampaignLine view={view} />}
        lead={solved ? conclusion(locale, solved) : undefined}
        actions={<Actions view={view} />}
      >
        {title}
      </PageTitle>
      {solved ? (
        <p className="small">
          <a href={paths.newDocument({ kind: plan.state === 'draft' ? 'plan' : undefined, plan: plan.id })}>
            {official('link.plan')}
          </a>
        </p>
      ) : null}
      <ScenarioTools view={view} ask={shown.ask} reply={reply} />
      <ScenarioState view={view} />
      {solved ? (
        <>
          <Tabs
            label={t('view.label')}
            items={planViews.map((each) => ({
              to: paths.planScenario(plan.id, scenario.number, {
                view: each === 'overview' ? undefined : each,
              }),
              label: t(`view.${each}`),
              current: each === shown.view,
              count: each === 'classes' ? formatNumber(locale, solved.classes.length) : undefined,
            }))}
          />
          {shown.view === 'overview' ? <OverviewView view={view} solved={solved} by={shown.by} /> : null}
          {shown.view === 'classes' ? <ClassesView view={view} solved={solved} shown={shown} /> : null}
          {shown.view === 'expected' ? <ExpectedView view={view} solved={solved} /> : null}
          {shown.view === 'basis' ? <BasisView view={view} solved={solved} /> : null}
        </>
      ) : null}
      {solved ? null : <p className="small muted">{t('settings.seconds', { count: settings.seconds })}</p>}
    </Main>
  )
}

const refusals = new Set<string>(['approved', 'changed', 'full', 'last'])

function CampaignLine({ view: { campaign } }: { view: ScenarioView }) {
  const t = useT('plans')
  if (campaign.id)
    return (
      <>
        {t('campaign.from')} <a href={paths.gaps(campaign.id)}>{campaign.title}</a>
      </>
    )
  return <>{campaign.title ? t('campaign.gone', { title: campaign.title }) : t('campaign.unknown')}</>
}

/** One primary button: what comes next. */
function Actions({ view }: { view: ScenarioView }) {
  const t = useT('plans')
  const { plan, scenario, scenarios, solved, stale, manages, job } = view
  const compare =
    scenarios.filter((each) => each.solved).length > 1 ? (
      <ButtonLink quiet to={paths.comparePlan(plan.id)}>
        {t('compare.title')}
      </ButtonLink>
    ) : null
  if (plan.state !== 'draft')
    return (
      <>
        {compare}
        <ButtonLink to={paths.planFollowUp(plan.id)}>{t('action.followUp')}</ButtonLink>
      </>
    )
  if (!manages) return compare
  const solving = job?.state === 'queued' || job?.state === 'running'
  const ready = solved !== null && !stale && scenario.state === 'solved'
  return (
    <>
      {compare}
      <ButtonLink quiet to={paths.planSettings(plan.id, scenario.number, 'money')}>
        {t('action.settings')}
      </ButtonLink>
      {ready && !solving ? (
        <ButtonLink to={paths.approvePlan(plan.id)}>{t('action.approve')}</ButtonLink>
      ) : null}
      {!ready && !solving ? <SolveButton view={view} /> : null}
    </>
  )
}
