import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { Tabs } from '~/ui/Tabs'
import type { ScenarioView } from './view-scenario.server'

type Props = { view: ScenarioView; ask: 'rename' | 'delete' | null; reply?: FormReply | null }

/** The scenarios of a plan side by side, and what can be done with the one that is shown. */
export function ScenarioTools({ view, ask, reply }: Props) {
  const t = useT('plans')
  const { plan, scenario, scenarios, manages } = view
  const self = paths.planScenario(plan.id, scenario.number)
  const field = fieldProps(t, reply, { name: scenario.name })
  return (
    <>
      {scenarios.length > 1 ? (
        <Tabs
          label={t('scenarios.label')}
          items={scenarios.map((each) => ({
            to: paths.planScenario(plan.id, each.number),
            label: each.chosen ? t('scenarios.chosen', { name: each.name }) : each.name,
            current: each.number === scenario.number,
          }))}
        />
      ) : null}
      {manages && (ask === 'rename' || reply) ? (
        <Panel title={t('scenarios.rename')}>
          <ErrorSummary errors={summaryOf(field, ['name'])} />
          <form method="post" action={paths.planScenario(plan.id, scenario.number, { ask: 'rename' })}>
            <HiddenFields values={{ intent: 'rename' }} />
            <Field {...field('name')} label={t('scenarios.name')} maxLength={60} width="medium" />
            <div className="row buttons">
              <Button>{t('scenarios.saveName')}</Button>
              <a href={self}>{t('cancel')}</a>
            </div>
          </form>
        </Panel>
      ) : null}
      {manages && ask === 'delete' && scenarios.length > 1 ? (
        <ConfirmPanel
          level={2}
          title={t('scenarios.deleteTitle', { name: scenario.name })}
          what={<p>{t('scenarios.deleteWhat')}</p>}
          confirmLabel={t('scenarios.delete')}
          cancelTo={self}
          action={self}
          fields={{ intent: 'delete' }}
        />
      ) : null}
      {manages && !ask ? (
        <div className="title no-print">
          <div className="row small">
            {scenarios.length < 4 ? (
              <form method="post" action={self}>
                <HiddenFields values={{ intent: 'copy' }} />
                <button className="link">{t('scenarios.copy')}</button>
              </form>
            ) : (
              <span className="small muted">{t('scenarios.most')}</span>
            )}
            <a href={paths.planScenario(plan.id, scenario.number, { ask: 'rename' })}>
              {t('scenarios.rename')}
            </a>
            {scenarios.length > 1 ? (
              <a href={paths.planScenario(plan.id, scenario.number, { ask: 'delete' })}>
                {t('scenarios.delete')}
              </a>
            ) : null}
          </div>
        </div>
      ) : null}
    </>
  )
}
