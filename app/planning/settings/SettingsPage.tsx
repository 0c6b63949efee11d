import { paths } from '~/paths'
import { fieldProps, summaryOf } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Tabs } from '~/ui/Tabs'
import { CalendarFields, MoneyFields } from './BasicFields'
import { ChecksPanel } from './ChecksPanel'
import { ConflictFields } from './ConflictFields'
import { fieldWords } from './field-words'
import { ModuleFields } from './ModuleFields'
import type { PartProps, SettingsReply } from './PartProps'
import { parts } from './parts'
import { ResourceFields } from './ResourceFields'
import { RuleFields } from './RuleFields'
import type { SettingsView } from './view-settings.server'

type Props = { view: SettingsView; reply?: SettingsReply | null; note: string | null; joined: string | null }

/** One page of what a planner decides of a scenario. */
export function SettingsPage({ view, reply, note, joined }: Props) {
  const t = useT('planning')
  const locale = useLocale()
  const { plan, scenario, part, values, lists } = view
  const conflict = reply?.conflict
  const shown = { ...values }
  const field = fieldProps(t, reply, shown)
  const errors = reply
    ? summaryOf(field, [...Object.keys(reply.errors)]).map(({ fieldId, text }) => ({
        fieldId,
        text: fieldId === 'form' ? text : `${fieldWords({ t, locale, lists }, part, fieldId)}: ${text}`,
      }))
    : []
  const next = parts[parts.indexOf(part) + 1]
  const editor = scenario.editor.name ?? t('settings.somebody')
  return (
    <Main wide>
      <ErrorSummary errors={errors} />
      <Crumbs
        items={[
          { to: paths.plans(), label: t('plans.title') },
          { to: paths.plan(plan.id), label: plan.title[locale] },
          { to: paths.planScenario(plan.id, scenario.number), label: scenario.name },
          { label: t(`part.${part}`) },
        ]}
      />
      <PageTitle
        under={t('settings.edited', { who: editor, when: formatDateTime(scenario.editor.at) })}
        lead={t(`part.${part}.lead`)}
      >
        {t('settings.title', { name: scenario.name })}
      </PageTitle>
      <Tabs
        label={t('settings.parts')}
        items={parts.map((each) => {
          const count = view.checks.filter((check) => check.part === each).length
          return {
            to: paths.planSettings(plan.id, scenario.number, each),
            label: t(`part.${each}`),
            current: each === part,
            count: count > 0 ? t('checks.count', { count }) : undefined,
          }
        })}
      />
      {note === 'saved' ? (
        <Note kind="done" role="status" title={t('note.saved')}>
          {joined ? t('note.joined', { count: Number(joined) }) : null}
        </Note>
      ) : null}
      {plan.state === 'draft' ? null : <Note kind="care" title={t('settings.locked')} />}
      {conflict ? null : <ChecksPanel view={view} />}
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields
          values={{
            revision: reply?.typed.revision ?? scenario.revision,
            was: reply?.typed.was ?? JSON.stringify(values),
          }}
        />
        {conflict ? (
          <ConflictFields view={view} conflict={conflict} />
        ) : (
          <PartFields view={view} field={field} reply={reply} />
        )}
        <ButtonRow stay>
          <Button>{conflict ? t('conflict.submit') : t('action.save')}</Button>
          {next && !conflict ? (
            <Button quiet name="then" value={next}>
              {t('settings.saveNext', { part: t(`part.${next}`) })}
            </Button>
          ) : null}
          <a href={paths.planScenario(plan.id, scenario.number)}>{t('settings.toScenario')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}

function PartFields(props: PartProps) {
  switch (props.view.part) {
    case 'money':
      return <MoneyFields {...props} />
    case 'calendar':
      return <CalendarFields {...props} />
    case 'modules':
      return <ModuleFields {...props} />
    case 'resources':
      return <ResourceFields {...props} />
    case 'rules':
      return <RuleFields {...props} />
  }
}
