import { Fragment } from 'react'
import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Button } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Progress } from '~/ui/Progress'
import { ClashPanel } from './ClashPanel'
import type { JobView, ScenarioView } from './view-scenario.server'

type Props = { view: ScenarioView }

/** Where the working out of a scenario stands: not begun, under way, failed, impossible, or of earlier settings. */
export function ScenarioState({ view }: Props) {
  const t = useT('plans')
  const { scenario, solved, stale, clash, job, plan, manages } = view
  const solving = job?.state === 'queued' || job?.state === 'running'
  return (
    <>
      {job && solving ? <SolvingPanel view={view} job={job} /> : null}
      {job?.state === 'failed' && scenario.state === 'failed' ? (
        <Note kind="stop" role="alert" title={t('solve.failedTitle')}>
          {failureText(t, job)}
        </Note>
      ) : null}
      {clash && !solving ? <ClashPanel view={view} clash={clash} /> : null}
      {stale && !clash ? (
        <Note kind="care" title={t('stale.title')}>
          {t('stale.text', { at: formatDateTime(scenario.editedAt), by: scenario.editor })}
          {manages && !solving ? <SolveButton view={view} quiet /> : null}
        </Note>
      ) : null}
      {!solved && !clash && !solving ? (
        <EmptyState
          title={t('empty.title')}
          text={manages ? <EmptyText view={view} /> : t('empty.readOnly')}
          action={
            manages ? (
              <>
                <SolveButton view={view} />
                <a href={paths.planSettings(plan.id, scenario.number, 'money')}>{t('empty.settings')}</a>
              </>
            ) : undefined
          }
        />
      ) : null}
    </>
  )
}

/** What working out does, and the parts of the settings that are worth a look before it. */
function EmptyText({ view: { plan, scenario, checks } }: Props) {
  const t = useT('plans')
  const named = useT('planning')
  const locale = useLocale()
  return (
    <>
      {t('empty.text')}
      {checks.length > 0 ? (
        <>
          <br />
          {t('empty.look')}{' '}
          {checks.map(({ part, count }, i) => (
            <Fragment key={part}>
              {i > 0 ? ', ' : ''}
              <a href={paths.planSettings(plan.id, scenario.number, part)}>
                {t('empty.part', { part: named(`part.${part}`), number: formatNumber(locale, count), count })}
              </a>
            </Fragment>
          ))}
        </>
      ) : null}
    </>
  )
}

function failureText(t: ReturnType<typeof useT<'plans'>>, { failure }: JobView): string {
  const own = failure?.key.startsWith('solve.failed.')
    ? translated(t, failure.key, failure.values)
    : undefined
  return own ?? t('solve.failed.fault')
}

/** Begins to work a scenario out, or begins anew. */
export function SolveButton({ view, quiet }: Props & { quiet?: boolean }) {
  const t = useT('plans')
  const { plan, scenario, solved } = view
  return (
    <form method="post" action={paths.planScenario(plan.id, scenario.number)}>
      <HiddenFields values={{ intent: 'solve' }} />
      <Button quiet={quiet}>{t(solved ? 'action.again' : 'action.solve')}</Button>
    </form>
  )
}

function SolvingPanel({ view, job }: Props & { job: JobView }) {
  const t = useT('plans')
  const locale = useLocale()
  const { plan, scenario, manages } = view
  const { stage, done, total } = job
  const counts = { done: formatNumber(locale, done), total: formatNumber(locale, total) }
  const what = stage ? translated(t, stage)! : t('solve.waiting')
  const words = total > 0 ? t('solve.seconds', { what, ...counts }) : what
  return (
    <Panel title={t('solve.title')}>
      {total > 0 ? <Progress words={words} value={Math.min(done, total)} max={total} /> : <p>{words}</p>}
      <p className="muted">{t('solve.reloads')}</p>
      {manages ? (
        <form method="post" action={paths.planScenario(plan.id, scenario.number)} className="no-print">
          <HiddenFields values={{ intent: 'cancel' }} />
          <Button quiet>{t('solve.cancel')}</Button>
        </form>
      ) : null}
    </Panel>
  )
}
