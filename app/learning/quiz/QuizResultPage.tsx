import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import type { TagKind } from '~/ui/Tag'
import { TaskList } from '~/ui/TaskList'
import { LapsedNote } from '../LapsedNote'
import { shownPoints, wholePercent } from './attempt'
import type { Verdict } from './feedback'
import type { QuizResult } from './quiz-pages.server'

const tags: Record<Verdict, TagKind> = { right: 'ok', partly: 'care', wrong: 'care', unknown: 'plain' }

/** How an attempt went, what to read again, and the one thing to do now. */
export function QuizResultPage({ page }: { page: QuizResult }) {
  const t = useT('learning')
  const locale = useLocale()
  const { count, score, pass, attempt, best, passed } = page
  const points = shownPoints(page.points)
  const whole = Number.isInteger(points) ? 0 : 1
  const values = {
    points: formatNumber(locale, points, whole),
    count,
    percent: wholePercent(score),
    pass,
  }
  return (
    <Main>
      <BackLink to={paths.module(page.code)}>{page.title}</BackLink>
      <LapsedNote lapsed={page.lapsed} to={paths.quizResult(page.code)} />
      <PageTitle under={t('quiz.attempt', { number: attempt })} lead={t('quiz.score', values)}>
        {t('quiz.result.title')}
      </PageTitle>
      <Conclusion page={page} />
      {best > score ? <p>{t('quiz.bestKept', { percent: wholePercent(best) })}</p> : null}
      {!passed && page.again.length > 0 ? (
        <>
          <h2>{t('quiz.readAgain')}</h2>
          <ul>
            {page.again.map(({ code, title }) => (
              <li key={code}>
                <a href={paths.lesson(page.code, code)}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Onwards page={page} />
      <h2>{t('quiz.questions')}</h2>
      <TaskList
        items={page.questions.map(({ number, text, verdict, linked }) => ({
          to: linked ? paths.quizQuestion(page.code, number) : undefined,
          title: `${number}. ${text}`,
          status: { kind: tags[verdict], label: t(`quiz.tag.${verdict}`) },
        }))}
      />
    </Main>
  )
}

function Conclusion({ page }: { page: QuizResult }) {
  const t = useT('learning')
  if (!page.passed)
    return (
      <Note kind="care" title={t('quiz.notPassed')}>
        {t('quiz.notPassed.text')}
      </Note>
    )
  if (page.finished)
    return (
      <Note kind="done" title={t('quiz.finished')}>
        {page.certificate ? t('quiz.finished.certificate') : null}
        {page.learner === 'visitor' ? t('quiz.finished.visitor') : null}
        <Newer page={page} />
      </Note>
    )
  return (
    <Note kind="done" title={t('quiz.passed')}>
      {page.nextLesson && !page.newer ? t('quiz.passed.lessons', { count: page.nextLesson.left }) : null}
      <Newer page={page} />
    </Note>
  )
}

function Newer({ page: { newer, nextLesson, finished } }: { page: QuizResult }) {
  const t = useT('learning')
  if (!newer) return null
  if (finished) return <p>{t('quiz.newer.finished')}</p>
  return <p>{nextLesson ? t('quiz.newer.lessons', { count: nextLesson.left }) : t('quiz.newer')}</p>
}

/** One primary button: the attempt under way, the lessons left, another try, or the certificate. */
function Onwards({ page }: { page: QuizResult }) {
  const t = useT('learning')
  const { code, running, passed, finished, nextLesson, certificate, learner } = page
  const primary = running ? (
    <ButtonLink to={paths.quizQuestion(code, running.next)}>
      {t('quiz.continueAttempt', { number: running.number })}
    </ButtonLink>
  ) : nextLesson ? (
    <ButtonLink to={paths.lesson(code, nextLesson.code)}>
      {t('quiz.readOn', { title: nextLesson.title })}
    </ButtonLink>
  ) : !passed || !finished ? null : certificate ? (
    <ButtonLink to={paths.certificate(certificate)}>{t('quiz.certificate')}</ButtonLink>
  ) : (
    <ButtonLink to={paths.learn()}>{t('quiz.toCatalogue')}</ButtonLink>
  )
  return (
    <form method="post" action={paths.quiz(code)}>
      <input type="hidden" name="learner" value={learner} />
      <ButtonRow>
        {primary}
        {running ? null : <Button quiet={primary !== null}>{t('quiz.again')}</Button>}
      </ButtonRow>
    </form>
  )
}
