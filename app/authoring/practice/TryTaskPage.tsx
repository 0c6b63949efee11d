import { PracticeScreen } from '~/assessment/practice/PracticeScreen'
import { presentScores, presentScreen } from '~/assessment/practice/present'
import type { Scenario } from '~/assessment/practice/scenario'
import { scoreOf, scoreSteps } from '~/assessment/practice/scoring'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { Columns } from '~/ui/Columns'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { FaultLinks } from './FaultLinks'
import { standingOf } from './try-task'
import type { Tried, viewTaskTry } from './try-task.server'

type TryView = ReturnType<typeof viewTaskTry>
type TryTaskPageProps = {
  view: TryView
  tried: Tried | null
  note: 'kept' | 'changed' | null
  nameless: boolean
}

/** A draft of a practice task done as a learner would, with nothing of it recorded. */
export function TryTaskPage({ view, tried, note, nameless }: TryTaskPageProps) {
  const t = useT('tasks')
  const { id, title } = view
  return (
    <Main>
      <BackLink to={view.open ? paths.studioTask(id) : paths.studioReview(id)}>{t('try.back')}</BackLink>
      <PageTitle lead={t('try.lead')}>{t('try.title', { title: title || t('edit.untitled') })}</PageTitle>
      {note ? (
        <Note kind={note === 'kept' ? 'done' : 'care'} role="status">
          {t(`try.${note}`)}
        </Note>
      ) : null}
      {'faults' in view ? (
        <Note kind="care" title={t('try.cannot')}>
          <FaultLinks id={id} data={view.data} faults={view.faults} />
        </Note>
      ) : (
        <Simulation view={view} scenario={view.scenario} tried={tried} nameless={nameless} />
      )}
    </Main>
  )
}

type SimulationProps = Pick<TryTaskPageProps, 'view' | 'tried' | 'nameless'> & { scenario: Scenario }

function Simulation({ view, scenario, tried, nameless }: SimulationProps) {
  const t = useT('tasks')
  const locale = useLocale()
  const written = tried?.written ?? ''
  const { state, moves } = standingOf(scenario, written)
  if (tried?.over) return <TryResult view={view} scenario={scenario} written={written} nameless={nameless} />
  const shown = presentScreen(scenario, state, locale)
  const reply = tried && { typed: tried.typed, faults: tried.faults, stale: false, ask: tried.ask }
  const isAnswered = tried && (tried.faults.length > 0 || tried.ask || Object.keys(tried.typed).length > 0)
  return (
    <>
      <p className="small muted">{t('try.moves', { count: moves.length })}</p>
      <PracticeScreen
        action={paths.studioTaskTry(view.id)}
        system={scenario.system[locale]}
        view={shown}
        hidden={{ moves: written }}
        reply={isAnswered ? reply! : undefined}
        endLabel={t('try.end')}
      >
        {shown.hints.length > 0 ? (
          <details>
            <summary>{t('hints.title')}</summary>
            <ul>
              {shown.hints.map((hint) => (
                <li key={hint}>{hint}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </PracticeScreen>
    </>
  )
}

type TryResultProps = { view: TryView; scenario: Scenario; written: string; nameless: boolean }

function TryResult({ view, scenario, written, nameless }: TryResultProps) {
  const t = useT('tasks')
  const locale = useLocale()
  const scores = scoreSteps(scenario, standingOf(scenario, written).state.values)
  return (
    <>
      <p role="status">
        <b>{t('try.score', { percent: formatPercent(locale, scoreOf(scores)) })}</b>
      </p>
      <Table
        caption={t('try.steps')}
        captionHidden
        rows={presentScores(scenario, scores, locale)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'step', label: t('scoring.step'), cell: ({ text }) => text },
          {
            key: 'points',
            label: t('scoring.points'),
            align: 'end',
            cell: ({ points, of }) =>
              `${formatNumber(locale, points, Number.isInteger(points) ? 0 : 1)}/${of}`,
          },
          { key: 'why', label: t('try.said'), cell: ({ why }) => why },
        ]}
      />
      <details>
        <summary>{t('model.moves')}</summary>
        <pre>{written}</pre>
      </details>
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ moves: written, over: 'yes', seen: view.revision }} />
        <p>
          <Button quiet name="intent" value="restart">
            {t('try.again')}
          </Button>
        </p>
        {view.open ? (
          <Panel title={t('try.keep')}>
            <p>{t('try.keepText')}</p>
            <Button name="intent" value="model">
              {t('try.asModel')}
            </Button>
            <p>{t('try.mistakeText')}</p>
            <Columns kind="two">
              {(['vi', 'en'] as const).map((each) => (
                <Field
                  key={each}
                  id={`name-${each}`}
                  name={`name.${each}`}
                  label={t(`try.mistakeName.${each}`)}
                  maxLength={200}
                  error={nameless && each === 'vi' ? t('try.nameless') : undefined}
                />
              ))}
            </Columns>
            <Button quiet name="intent" value="mistake">
              {t('try.asMistake')}
            </Button>
          </Panel>
        ) : null}
      </form>
    </>
  )
}
