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

const tags: Record<Verdict, TagKind> = {
  right: 'ok',
  partly: 'care',
  wrong: 'care',
  unknown: 'plain',
  waiting: 'now',
}

/** How an attempt went, what to read again, and the one thing to do now. */
export function QuizResultPage({ page, over }: { page: QuizResult; over: boolean }) {
  const t = useT('learning')
  const { attempt, passed } = page
  return (
    <Main>
      <BackLink to={paths.module(page.code)}>{page.title}</BackLink>
      <LapsedNote lapsed={page.lapsed} to={paths.quizResult(page.code)} />
      <PageTitle under={t('quiz.attempt', { number: attempt })} lead={<Score page={page} />}>
        {t('quiz.result.title')}
      </PageTitle>
      {over ? (
        <Note kind="care" role="status" title={t('quiz.over')}>
          {t('quiz.over.text')}
        </Note>
      ) : null}
      <Conclusion page={page} />
      <BestKept page={page} />
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

function Score({ page: { count, pass, score, points, waiting } }: { page: QuizResult }) {
  const t = useT('learning')
  const marking = useT('marking')
  const locale = useLocale()
  if (score === null || points === null) return marking('result.lead', { count, waiting, pass })
  const shown = shownPoints(points)
  const whole = Number.isInteger(shown) ? 0 : 1
  return t('quiz.score', {
    points: formatNumber(locale, shown, whole),
    count,
    percent: wholePercent(score),
    pass,
  })
}

function BestKept({ page: { best, score } }: { page: QuizResult }) {
  const t = useT('learning')
  return best !== null && best > (score ?? 0) ? (
    <p>{t('quiz.bestKept', { percent: wholePercent(best) })}</p>
  ) : null
}

function Conclusion({ page }: { page: QuizResult }) {
  const t = useT('learning')
  const marking = useT('marking')
  if (page.score === null)
    return (
      <Note title={marking('result.waiting', { count: page.waiting })}>{marking('result.waitingText')}</Note>
    )
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
  const { code, running, score, passed, finished, nextLesson, certificate, learner } = page
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
        {running || score === null ? null : <Button quiet={primary !== null}>{t('quiz.again')}</Button>}
      </ButtonRow>
    </form>
  )
}
