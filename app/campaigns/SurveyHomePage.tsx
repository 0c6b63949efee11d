import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { TaskList, type Task } from '~/ui/TaskList'
import type { SectionView, SurveyHome } from './survey-pages.server'
import { surveyPaths } from './survey-paths'

/** What a survey is, how far it is, and where it goes on. */
export function SurveyHomePage({ survey }: { survey: SurveyHome }) {
  const t = useT('survey')
  const countOf = useCount()
  const at = surveyPaths(survey.kind, survey.campaignId)
  const done = survey.sections.filter(
    ({ steps, next, most }) => (steps > 0 || most !== undefined) && next === null,
  ).length
  const current = survey.sections.find(({ next }) => next !== null)
  return (
    <Main>
      <BackLink to={survey.kind === 'person' ? paths.tasks() : paths.desk()}>
        {t(survey.kind === 'person' ? 'back.tasks' : 'back.desk')}
      </BackLink>
      <h1>{survey.formTitle}</h1>
      <p className="muted">{t('home.under', { title: survey.title, date: formatDate(survey.closesOn) })}</p>
      {survey.submitted ? <Submitted survey={survey} /> : null}
      {!survey.submitted && !survey.open ? (
        <Note kind="care">
          <p>{t('home.notOpen', { from: formatDate(survey.opensOn), to: formatDate(survey.closesOn) })}</p>
        </Note>
      ) : null}
      {!survey.submitted && survey.open && !survey.begun ? <NotBegun survey={survey} /> : null}
      {!survey.submitted && survey.begun ? (
        <>
          <p>{t('home.done', { done, all: survey.sections.length })}</p>
          <TaskList items={survey.sections.map((section, i) => sectionTask(section, i, survey.open))} />
          {survey.open ? (
            <ButtonRow>
              {current ? (
                <ButtonLink to={at.step(current.next!)}>
                  {t('home.continue', { section: current.title })}
                </ButtonLink>
              ) : (
                <ButtonLink to={at.check()}>{t('home.check')}</ButtonLink>
              )}
              {current ? <a href={at.check()}>{t('home.checkEarly')}</a> : null}
            </ButtonRow>
          ) : null}
        </>
      ) : null}
    </Main>
  )

  function sectionTask(section: SectionView, i: number, open: boolean): Task {
    const first = section.next
    const status =
      section.next === null
        ? ({ kind: 'ok', label: t('status.done') } as const)
        : section.answered > 0
          ? ({ kind: 'now', label: t('status.begun') } as const)
          : ({ kind: 'plain', label: t('status.notBegun') } as const)
    return {
      to: open && first ? at.step(first) : open ? `${at.check()}#${section.code}` : undefined,
      title: `${i + 1}. ${section.title}`,
      // A practice task is one thing to do: its status says it all.
      small: section.kind === 'practice' ? undefined : countOf(section),
      status,
    }
  }
}

/** How far a section is; an adaptive quiz promises no count but the most. */
function useCount(): (section: SectionView) => string {
  const t = useT('survey')
  const adaptive = useT('adaptive')
  return ({ answered, steps, next, most }) => {
    if (most === undefined) return t('section.count', { answered, count: steps })
    return next === null
      ? adaptive('section.ended', { answered })
      : adaptive('section.most', { answered, most })
  }
}

function Submitted({ survey }: { survey: SurveyHome }) {
  const t = useT('survey')
  return (
    <>
      <Note kind="done">
        <p>{t(survey.kind === 'person' ? 'home.submitted' : 'home.submitted.commune')}</p>
      </Note>
      {survey.kind === 'person' ? (
        <ButtonRow>
          <ButtonLink to={paths.result(survey.campaignId)}>{t('home.result')}</ButtonLink>
        </ButtonRow>
      ) : null}
    </>
  )
}

function NotBegun({ survey }: { survey: SurveyHome }) {
  const t = useT('survey')
  const adaptive = useT('adaptive')
  return (
    <>
      <p>{survey.intro}</p>
      <ul>
        <li>{t('home.minutes', { minutes: survey.minutes })}</li>
        {survey.quizMost === null ? null : <li>{adaptive('home.most', { most: survey.quizMost })}</li>}
        {survey.pilots ? <li>{adaptive('door.pilots')}</li> : null}
        <li>{t('home.saved')}</li>
        <li>{t('home.unknown')}</li>
        <li>{t(survey.kind === 'person' ? 'home.who' : 'home.who.commune')}</li>
      </ul>
      <form method="post">
        <ButtonRow>
          <Button>{t('home.start')}</Button>
        </ButtonRow>
      </form>
    </>
  )
}
