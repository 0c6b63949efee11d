import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { TaskList, type Task } from '~/ui/TaskList'
import { dongText } from '../money'
import type { PlanSteps, PlansView } from './list-plans.server'

/** The training plans of a province, and what is still missing to make one. */
export function PlansPage({ view, note }: { view: PlansView; note: string | null }) {
  const t = useT('planning')
  const official = useT('official')
  const locale = useLocale()
  const { plans, steps, removal } = view
  const kinds = { draft: 'plain', approved: 'ok', closed: 'plain' } as const
  return (
    <Main wide>
      <PageTitle
        lead={t('plans.lead')}
        actions={
          plans.length > 0 ? (
            <>
              <ButtonLink quiet to={paths.documents()}>
                {official('list.title')}
              </ButtonLink>
              <ButtonLink to={paths.newPlan()}>{t('plans.new')}</ButtonLink>
            </>
          ) : undefined
        }
      >
        {t('plans.title')}
      </PageTitle>
      {note === 'deleted' ? <Note kind="done" role="status" title={t('plans.deleted')} /> : null}
      {removal ? (
        <ConfirmPanel
          level={2}
          title={t('plans.delete.title', { title: removal.title[locale] })}
          what={<p>{t('plans.delete.text')}</p>}
          confirmLabel={t('plans.delete.submit')}
          cancelTo={paths.plans()}
          fields={{ intent: 'delete', id: removal.id }}
        />
      ) : null}
      {plans.length === 0 ? (
        <EmptyState title={t('plans.empty')} text={t('plans.empty.text')} />
      ) : (
        <Table
          caption={t('plans.count', { count: plans.length })}
          rows={plans}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              label: t('plans.plan'),
              cell: ({ id, title }) => <a href={paths.plan(id)}>{title[locale]}</a>,
            },
            {
              key: 'state',
              label: t('plans.state'),
              cell: ({ state }) => <Tag kind={kinds[state]}>{t(`state.${state}`)}</Tag>,
            },
            {
              key: 'campaign',
              label: t('plans.campaign'),
              cell: ({ campaign, campaignId }) =>
                !campaign ? (
                  '–'
                ) : campaignId ? (
                  <a href={paths.gaps(campaignId)}>{campaign[locale]}</a>
                ) : (
                  <>
                    {campaign[locale]} <small>{t('plans.campaign.gone')}</small>
                  </>
                ),
            },
            {
              key: 'budget',
              label: t('plans.budget'),
              align: 'end',
              cell: ({ budget }) => (budget === null ? '–' : dongText(locale, budget)),
            },
            {
              key: 'classes',
              label: t('plans.classes'),
              align: 'end',
              cell: ({ classes }) => (classes === null ? t('plans.unsolved') : formatNumber(locale, classes)),
            },
            {
              key: 'scenarios',
              label: t('plans.scenarios'),
              align: 'end',
              cell: ({ scenarios }) => formatNumber(locale, scenarios),
            },
            {
              key: 'edited',
              label: t('plans.edited'),
              cell: ({ editedAt, editor }) => (
                <>
                  {formatDateTime(editedAt)} <small>{editor ?? t('settings.somebody')}</small>
                </>
              ),
            },
            {
              key: 'delete',
              label: t('plans.delete'),
              labelHidden: true,
              cell: ({ id, state, title }) =>
                state === 'draft' ? (
                  <a href={paths.plans({ remove: id })}>
                    {t('plans.delete')}
                    <span className="vh"> {title[locale]}</span>
                  </a>
                ) : null,
            },
          ]}
        />
      )}
      <StepsPanel steps={steps} />
    </Main>
  )
}

/** What a plan is made from, in the order in which it is got together. */
function StepsPanel({ steps }: { steps: PlanSteps }) {
  const t = useT('planning')
  const { campaigns, trainers, venues, reached, communes, norms } = steps
  const step = (isThere: boolean, title: string, small: string, to: string): Task => ({
    to,
    title,
    small,
    status: isThere ? { kind: 'ok', label: t('steps.there') } : { kind: 'care', label: t('steps.missing') },
  })
  const all = reached >= communes
  return (
    <Panel title={t('steps.title')}>
      <TaskList
        items={[
          step(
            campaigns > 0,
            t('steps.campaign'),
            t('steps.campaign.small', { count: campaigns }),
            paths.campaigns(),
          ),
          step(
            trainers > 0,
            t('steps.trainers'),
            t('steps.trainers.small', { count: trainers }),
            paths.planTrainers(),
          ),
          step(venues > 0, t('steps.venues'), t('steps.venues.small', { count: venues }), paths.planVenues()),
          step(
            venues > 0 && all,
            t('steps.travel'),
            t('steps.travel.small', { count: reached, all: communes }),
            paths.planTravel(),
          ),
          step(
            norms,
            t('steps.norms'),
            t(norms ? 'steps.norms.there' : 'steps.norms.small'),
            paths.planNorms(),
          ),
          { to: paths.newPlan(), title: t('steps.plan'), small: t('steps.plan.small') },
        ]}
      />
    </Panel>
  )
}
