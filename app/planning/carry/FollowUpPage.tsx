import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Columns } from '~/ui/Columns'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Kpi } from '~/ui/Kpi'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Tabs } from '~/ui/Tabs'
import { Tag } from '~/ui/Tag'
import { moneyText } from '../results/plan-words'
import { FollowUpTable } from './FollowUpTable'
import type { FollowUpView } from './follow-up.server'

export type FollowNote = { key: 'approved' | 'cancelled' | 'closed'; count: number }

type FollowUpPageProps = {
  view: FollowUpView
  cancel: string | null
  note: FollowNote | null
  reply?: FormReply | null
}

/** How far an approved plan is: seats, names, attendance, completion and money, by class or by commune. */
export function FollowUpPage({ view, cancel, note, reply }: FollowUpPageProps) {
  const t = useT('carry')
  const locale = useLocale()
  const { plan, total, money, by } = view
  const number = (value: number) => formatNumber(locale, value)
  const field = fieldProps(t, reply)
  const asked = cancel === null ? undefined : view.lines.find(({ key }) => key === cancel)
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['reason'])} />
      <Crumbs
        items={[
          { to: paths.plans(), label: t('crumb.plans') },
          { to: paths.plan(plan.id), label: plan.title[locale] },
          { label: t('follow.short') },
        ]}
      />
      {note ? (
        <Note kind="done" role="status">
          {t(`follow.note.${note.key}`, { count: note.count })}
        </Note>
      ) : null}
      {asked ? (
        <ConfirmPanel
          level={2}
          title={t('cancel.title', { title: asked.title[locale] })}
          what={<p>{t('cancel.what')}</p>}
          confirmLabel={t('cancel.do')}
          cancelTo={paths.planFollowUp(plan.id)}
          action={paths.planFollowUp(plan.id, { cancel: asked.key })}
          fields={{ intent: 'cancel', class: asked.key }}
        >
          <Field {...field('reason')} label={t('cancel.reason')} hint={t('cancel.hint')} maxLength={300} />
        </ConfirmPanel>
      ) : null}
      <PageTitle
        tag={plan.state === 'closed' ? <Tag kind="ok">{t('follow.closed')}</Tag> : undefined}
        under={plan.title[locale]}
        lead={t('follow.lead', {
          named: number(total.named),
          seats: number(total.seats),
          completed: number(total.completed),
          spent: moneyText(locale, money.spent),
        })}
      >
        {t('follow.title')}
      </PageTitle>
      {total.letters > 0 ? (
        <Note kind="care">
          <a href={paths.planLetters(plan.id)}>
            {t('follow.letters', { count: total.letters, letters: number(total.letters) })}
          </a>
        </Note>
      ) : null}
      <Columns kind="four">
        <Kpi
          label={t('follow.named')}
          value={number(total.named)}
          beside={t('follow.of', { of: number(total.seats) })}
          to={paths.planLetters(plan.id)}
        >
          {total.late > 0 ? t('follow.lateOf', { count: total.late, late: number(total.late) }) : null}
        </Kpi>
        <Kpi
          label={t('follow.attended')}
          value={number(total.attended)}
          beside={t('follow.of', { of: number(total.named) })}
        />
        <Kpi
          label={t('follow.completed')}
          value={number(total.completed)}
          beside={t('follow.of', { of: number(total.named) })}
        >
          <a href={paths.planEffect(plan.id)}>{t('effect.title')}</a>
        </Kpi>
        <Kpi
          label={t('follow.spent')}
          value={
            money.budget > 0
              ? formatPercent(locale, money.spent / money.budget)
              : moneyText(locale, money.spent)
          }
          beside={t('follow.of', { of: moneyText(locale, money.budget) })}
        >
          {t('follow.toCome', { amount: moneyText(locale, money.toCome) })}
        </Kpi>
      </Columns>
      <Tabs
        label={t('follow.by')}
        items={(['class', 'commune'] as const).map((each) => ({
          to: paths.planFollowUp(plan.id, { by: each === 'class' ? undefined : each }),
          label: t(`follow.by.${each}`),
          current: each === by,
        }))}
      />
      <Panel landscape>
        <FollowUpTable view={view} />
      </Panel>
      <p className="small muted">{t('follow.meaning')}</p>
      {view.mayClose ? (
        <form method="post">
          <HiddenFields values={{ intent: 'close' }} />
          <ButtonRow>
            <Button quiet>{t('follow.close')}</Button>
            <span className="muted">{t('follow.closeHint')}</span>
          </ButtonRow>
        </form>
      ) : null}
      <p className="small muted">{t('follow.approvedOn', { date: formatDate(plan.approvedAt) })}</p>
    </Main>
  )
}
