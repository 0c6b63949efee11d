import { daysText } from '~/classes/when'
import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Columns } from '~/ui/Columns'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tabs } from '~/ui/Tabs'
import { moneyText } from '../results/plan-words'
import type { ApprovalFault } from './approvable'
import type { ApprovalView } from './view-approval.server'

type ApprovePageProps = {
  view: ApprovalView
  /** What the press of the button was refused for; the page below shows what stands now. */
  refused: ApprovalFault | null
  ask: 'withdraw' | null
  withdrawn: boolean
}

/** What approving a plan will make, before it is made: classes, seats by commune, letters. */
export function ApprovePage({ view, refused, ask, withdrawn }: ApprovePageProps) {
  const t = useT('carry')
  const locale = useLocale()
  const { plan, scenario, scenarios, classes, communes } = view
  const self = (query: Parameters<typeof paths.approvePlan>[1] = {}) => paths.approvePlan(plan.id, query)
  const fault = refused ?? view.fault
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.plans(), label: t('crumb.plans') },
          { to: paths.plan(plan.id), label: plan.title[locale] },
          { label: t('approve.short') },
        ]}
      />
      {withdrawn ? (
        <Note kind="done" role="status">
          {t('approve.withdrawn')}
        </Note>
      ) : null}
      {ask === 'withdraw' && view.withdraw ? (
        <ConfirmPanel
          level={2}
          title={t('withdrawApproval.title')}
          what={<p>{t('withdrawApproval.what', { count: classes.length })}</p>}
          confirmLabel={t('withdrawApproval.do')}
          cancelTo={self()}
          action={self()}
          fields={{ intent: 'withdraw' }}
        />
      ) : null}
      <PageTitle
        under={plan.title[locale]}
        lead={
          classes.length > 0
            ? t('approve.lead', {
                name: scenario?.name ?? '',
                classes: number(classes.length),
                count: classes.length,
                seats: number(view.seats),
                communes: number(communes.length),
                cost: moneyText(locale, view.cost),
                budget: moneyText(locale, view.budget),
              })
            : undefined
        }
      >
        {t('approve.title')}
      </PageTitle>
      {plan.state === 'draft' && scenarios.length > 1 ? (
        <Tabs
          label={t('approve.which')}
          items={scenarios.map((each) => ({
            to: self({ scenario: each.number }),
            label: each.name,
            current: each.number === scenario?.number,
          }))}
        />
      ) : null}
      {fault ? <FaultNote view={view} fault={fault} alert={refused !== null} /> : <ApproveForm view={view} />}
      {classes.length > 0 ? (
        <Columns kind="side">
          <Panel title={t('approve.classes', { count: classes.length, classes: number(classes.length) })}>
            <Table
              caption={t('approve.classesCaption')}
              captionHidden
              rows={classes}
              rowKey={({ key }) => key}
              columns={[
                {
                  key: 'title',
                  label: t('class.title'),
                  rowHeader: true,
                  cell: ({ title }) => title[locale],
                },
                {
                  key: 'when',
                  label: t('class.when'),
                  cell: ({ delivery, sessions, first }) =>
                    delivery === 'online'
                      ? t('class.until', { date: formatDate(first) })
                      : daysText(sessions),
                },
                { key: 'trainer', label: t('class.trainer'), cell: ({ trainer }) => trainer || '–' },
                { key: 'seats', label: t('class.seats'), align: 'end', cell: ({ seats }) => number(seats) },
                {
                  key: 'cost',
                  label: t('class.cost'),
                  align: 'end',
                  cell: ({ cost }) => moneyText(locale, cost),
                },
              ]}
            />
          </Panel>
          <Panel title={t('approve.communes', { count: communes.length, communes: number(communes.length) })}>
            <Table
              caption={t('approve.communesCaption')}
              captionHidden
              rows={communes}
              rowKey={({ code }) => code}
              columns={[
                { key: 'name', label: t('commune.name'), rowHeader: true, cell: ({ name }) => name },
                {
                  key: 'classes',
                  label: t('commune.classes'),
                  align: 'end',
                  cell: (row) => number(row.classes),
                },
                { key: 'seats', label: t('class.seats'), align: 'end', cell: ({ seats }) => number(seats) },
              ]}
            />
          </Panel>
        </Columns>
      ) : null}
    </Main>
  )
}

function FaultNote({ view, fault, alert }: { view: ApprovalView; fault: ApprovalFault; alert: boolean }) {
  const t = useT('carry')
  const { plan, withdraw } = view
  if (fault === 'approved')
    return (
      <Note
        kind="done"
        title={t('approve.done', { date: formatDate(plan.approvedAt ?? '') })}
        role={alert ? 'alert' : undefined}
      >
        <p>{t(withdraw ? 'approve.mayWithdraw' : 'approve.out')}</p>
        <ButtonRow>
          <ButtonLink to={paths.planFollowUp(plan.id)}>{t('follow.title')}</ButtonLink>
          {withdraw ? (
            <a href={paths.approvePlan(plan.id, { ask: 'withdraw' })}>{t('withdrawApproval.short')}</a>
          ) : null}
        </ButtonRow>
      </Note>
    )
  return (
    <Note kind="stop" title={t('approve.cannot')} role={alert ? 'alert' : undefined}>
      {t(`approve.fault.${fault}`)} <a href={paths.plan(plan.id)}>{t('approve.back')}</a>
    </Note>
  )
}

function ApproveForm({ view }: { view: ApprovalView }) {
  const t = useT('carry')
  const locale = useLocale()
  const { scenario, mail, classes, letters, plan } = view
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Panel title={t('approve.makes')}>
      <DefinitionList
        items={[
          {
            term: t('approve.makes.classes'),
            description: t('approve.makes.classesText', {
              count: classes.length,
              classes: number(classes.length),
            }),
          },
          {
            term: t('approve.makes.seats'),
            description: t('approve.makes.seatsText', { seats: number(view.seats) }),
          },
          {
            term: t('approve.makes.letters'),
            description: t('approve.makes.lettersText', { count: letters, letters: number(letters) }),
          },
        ]}
      />
      <form method="post" action={paths.approvePlan(plan.id, { scenario: scenario?.number })}>
        <HiddenFields
          values={{
            intent: 'approve',
            scenario: scenario?.number,
            seen: scenario?.solvedRevision ?? undefined,
          }}
        />
        {mail.configured && mail.addressed > 0 ? (
          <ChoiceGroup
            id="via"
            name="via"
            type="radio"
            legend={t('approve.via')}
            options={[
              {
                value: 'mail',
                label: t('approve.via.mail'),
                hint: t('approve.via.mailHint', {
                  addressed: number(mail.addressed),
                  without: number(mail.without),
                }),
                checked: true,
              },
              { value: 'paper', label: t('approve.via.paper'), hint: t('approve.via.paperHint') },
            ]}
          />
        ) : (
          <p>{t(mail.configured ? 'approve.noAddress' : 'approve.noMail')}</p>
        )}
        <ButtonRow>
          <Button>{t('approve.do', { count: classes.length, classes: number(classes.length) })}</Button>
          <a href={paths.plan(plan.id)}>{t('approve.back')}</a>
        </ButtonRow>
      </form>
    </Panel>
  )
}
