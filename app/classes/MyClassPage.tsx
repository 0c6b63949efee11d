import { paths } from '~/paths'
import { formatDate, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { TaskList, type Task } from '~/ui/TaskList'
import type { MyClassView } from './my-classes.server'
import type { QuizDoor } from './quiz/sittings.server'
import { StateTag } from './StateTag'
import { timeText } from './when'

/** A class as its participant sees it: where to be and when, the two quizzes, the certificate. */
export function MyClassPage({ view, quizzes }: { view: MyClassView; quizzes: QuizDoor[] }) {
  const t = useT('classes')
  const locale = useLocale()
  const { class: found, state, modules, attended, certificate } = view
  const asked = quizzes.filter(({ count }) => count > 0)
  return (
    <Main>
      <BackLink to={paths.myClasses()}>{t('mine.title')}</BackLink>
      <PageTitle tag={<StateTag state={state} />} lead={found.aim[locale]}>
        {found.title[locale]}
      </PageTitle>
      {found.cancelledAt ? (
        <Note kind="stop" title={t('cancelled.note', { date: formatDate(found.cancelledAt) })}>
          {found.cancelReason}
        </Note>
      ) : null}
      {certificate ? (
        <ButtonRow>
          <ButtonLink to={paths.certificate(certificate)}>{t('mine.certificate')}</ButtonLink>
        </ButtonRow>
      ) : null}
      <h2>{t('sessions.title')}</h2>
      <TaskList
        items={found.sessions.map((session): Task => {
          const here = attended[session.id]
          return {
            title: timeText(session),
            small: [session.place, session.trainer].filter(Boolean).join(' · '),
            status:
              here === undefined
                ? undefined
                : { kind: here ? 'ok' : 'care', label: t(here ? 'mine.here' : 'mine.away') },
          }
        })}
      />
      {asked.length > 0 && state !== 'cancelled' ? (
        <>
          <h2>{t('quiz.title')}</h2>
          <TaskList items={asked.map(task)} />
        </>
      ) : null}
      {modules.length > 0 ? (
        <>
          <h2>{t('facts.modules')}</h2>
          <TaskList
            items={modules.map(({ code, title }) => ({ to: paths.module(code), title: title[locale] }))}
          />
        </>
      ) : null}
    </Main>
  )

  function task({ form, time, submitted, score, answered, count }: QuizDoor): Task {
    return {
      to: time === 'open' || submitted ? paths.classQuiz(found.id, form) : undefined,
      title: t(`quiz.${form}`),
      small: submitted
        ? t('quiz.score', { score: formatPercent(locale, score ?? 0) })
        : t('quiz.length', { count, answered }),
      status: submitted
        ? { kind: 'ok', label: t('quiz.done') }
        : { kind: time === 'open' ? 'now' : 'plain', label: t(`quiz.time.${time}`) },
    }
  }
}
