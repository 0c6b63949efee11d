import { paths } from '~/paths'
import { fieldProps, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { LanguageForm } from '~/ui/LanguageForm'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { TextArea } from '~/ui/TextArea'
import { summaryOf } from '~/platform/http/form-reply'
import { spanText } from '../spans'
import { trainerValues } from './resource-form'
import { RemovalPanel, RemovedNote, ResourceTabs, SavedNote } from './ResourceNotes'
import type { TrainersView } from './view-resources.server'

/** The trainers of a province; nobody yet says what they are for. */
export function TrainersPage({ view, note }: { view: TrainersView; note: string | null }) {
  const t = useT('planning')
  const locale = useLocale()
  const { trainers, modules, removal, removed } = view
  const titles = new Map(modules.map(({ code, title }) => [code, title[locale]]))
  const add = <ButtonLink to={paths.planTrainers({ edit: 'new' })}>{t('trainers.add')}</ButtonLink>
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.plans(), label: t('plans.title') }, { label: t('trainers.title') }]} />
      <PageTitle lead={t('trainers.lead')} actions={trainers.length > 0 ? add : undefined}>
        {t('trainers.title')}
      </PageTitle>
      <ResourceTabs current="trainers" />
      <LanguageForm />
      <SavedNote note={note} />
      <RemovedNote removed={removed} />
      {removal ? <RemovalPanel removal={removal} cancelTo={paths.planTrainers()} /> : null}
      {trainers.length === 0 ? (
        <EmptyState
          title={t('trainers.empty')}
          text={t('trainers.empty.text')}
          action={
            <>
              {add} <a href={paths.planResourcesImport()}>{t('import.title')}</a>
            </>
          }
        />
      ) : (
        <Table
          caption={t('trainers.count', { count: trainers.length })}
          rows={trainers}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: t('trainer.name'),
              cell: ({ id, name, email }) => (
                <>
                  <a href={paths.planTrainers({ edit: id })}>{name}</a>
                  {email ? <small> {email}</small> : null}
                </>
              ),
            },
            {
              key: 'modules',
              label: t('trainer.modules'),
              cell: (each) => each.modules.map((code) => titles.get(code) ?? code).join('; '),
            },
            {
              key: 'days',
              label: t('trainer.days'),
              align: 'end',
              cell: ({ days }) => formatNumber(locale, days),
            },
            {
              key: 'daysPerWeek',
              label: t('trainer.daysPerWeek'),
              align: 'end',
              cell: ({ daysPerWeek }) => formatNumber(locale, daysPerWeek),
            },
            {
              key: 'away',
              label: t('trainer.away'),
              cell: ({ away }) => (away.length === 0 ? '–' : away.map(spanText).join('; ')),
            },
            {
              key: 'remove',
              label: t('action.remove'),
              labelHidden: true,
              cell: ({ id, name }) => (
                <a href={paths.planTrainers({ remove: id })}>
                  {t('action.remove')}
                  <span className="vh"> {name}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </Main>
  )
}

/** A trainer as typed; `modules` are the ticked ones. */
export type TrainerReply = FormReply & { modules: string[] }

/** The form of one trainer, new where `edited` is null. */
export function TrainerFormPage({ view, reply }: { view: TrainersView; reply?: TrainerReply | null }) {
  const t = useT('planning')
  const locale = useLocale()
  const { edited, modules } = view
  const field = fieldProps(t, reply, edited ? trainerValues(edited) : { daysPerWeek: '5' })
  const ticked = new Set(reply?.modules ?? edited?.modules ?? [])
  const title = edited ? edited.name : t('trainers.add')
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['name', 'email', 'modules', 'days', 'daysPerWeek', 'away'])} />
      <Crumbs
        items={[
          { to: paths.plans(), label: t('plans.title') },
          { to: paths.planTrainers(), label: t('trainers.title') },
          { label: title },
        ]}
      />
      <PageTitle>{title}</PageTitle>
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ intent: 'save', id: edited?.id }} />
        <Panel title={t('trainer.who')}>
          <Field {...field('name')} label={t('trainer.name')} maxLength={120} width="medium" />
          <Field
            {...field('email')}
            label={t('trainer.email')}
            hint={t('trainer.email.hint')}
            optional
            inputMode="email"
            maxLength={120}
            width="medium"
          />
          <Fieldset id="modules" legend={t('trainer.modules')} error={field('modules').error}>
            {modules.map((module) => (
              <Choice
                key={module.code}
                tight
                type="checkbox"
                name="modules"
                value={module.code}
                checked={ticked.has(module.code)}
                label={module.title[locale]}
              />
            ))}
          </Fieldset>
        </Panel>
        <Panel title={t('trainer.time')}>
          <div className="row class-session">
            <Field
              {...field('days')}
              label={t('trainer.days')}
              hint={t('trainer.days.hint')}
              inputMode="numeric"
              width="short"
              maxLength={6}
            />
            <Field
              {...field('daysPerWeek')}
              label={t('trainer.daysPerWeek')}
              hint={t('trainer.daysPerWeek.hint')}
              inputMode="numeric"
              width="short"
              maxLength={3}
            />
          </div>
          <TextArea {...field('away')} label={t('trainer.away')} hint={t('spans.hint')} rows={3} optional />
        </Panel>
        <ButtonRow>
          <Button>{t('action.save')}</Button>
          <a href={paths.planTrainers()}>{t('action.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}
