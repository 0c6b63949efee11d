import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { LapsedNote } from '../LapsedNote'
import { wholePercent } from './attempt'
import type { QuizStart } from './quiz-pages.server'

/** Before the quiz: what it asks, what counts, where one stands. */
export function QuizStartPage({ page }: { page: QuizStart }) {
  const t = useT('learning')
  const marking = useT('marking')
  const { running, waiting, passed, best, lessonsLeft, learner } = page
  const keptHere = learner === 'visitor'
  const spent = page.attempts?.left === 0 && !running
  const verb = running
    ? t('quiz.continue', { number: running.next })
    : t(best === null || passed === 'before' ? 'quiz.start' : 'quiz.again')
  return (
    <Main>
      <BackLink to={paths.module(page.code)}>{page.title}</BackLink>
      <LapsedNote lapsed={page.lapsed} to={paths.quiz(page.code)} />
      <PageTitle lead={t('quiz.lead', { count: running?.count ?? page.count, pass: page.pass })}>
        {t('quiz.title')}
      </PageTitle>
      <Standing page={page} />
      <ul>
        {page.minutes === null ? null : <li>{t('quiz.minutes', { minutes: page.minutes })}</li>}
        <li>{t(page.atEnd ? 'quiz.feedbackAtEnd' : 'quiz.feedbackAtOnce')}</li>
        <li>{t('quiz.unknown')}</li>
        <li>{t(keptHere ? 'quiz.savedHere' : 'quiz.saved')}</li>
        <li>
          {page.attempts === null
            ? t('quiz.anyAttempts')
            : t('quiz.attempts', { most: page.attempts.most, left: page.attempts.left })}
        </li>
        {keptHere ? null : <li>{t('quiz.who')}</li>}
        {page.essays && !keptHere ? <li>{marking('start.who')}</li> : null}
      </ul>
      {spent && !waiting ? (
        <Note
          kind={passed === 'now' ? 'info' : 'care'}
          title={t('quiz.spent', { most: page.attempts?.most ?? 0 })}
        >
          {t(passed === 'now' ? 'quiz.spent.passed' : 'quiz.spent.text')}
        </Note>
      ) : null}
      {lessonsLeft > 0 ? (
        <Note kind="care" title={t('quiz.lessonsLeft', { count: lessonsLeft })}>
          {t('quiz.lessonsLeft.text')}
        </Note>
      ) : null}
      <form method="post">
        <input type="hidden" name="learner" value={learner} />
        <ButtonRow>
          {waiting ? (
            <ButtonLink to={paths.quizResult(page.code)}>{marking('start.result')}</ButtonLink>
          ) : spent ? null : (
            <Button>{verb}</Button>
          )}
          {page.certificate ? (
            <ButtonLink quiet to={paths.certificate(page.certificate)}>
              {t('quiz.certificate')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </form>
      <Anew page={page} />
      <PastAttempts page={page} />
    </Main>
  )
}

function Standing({ page: { passed, finished, best, running, waiting } }: { page: QuizStart }) {
  const t = useT('learning')
  const marking = useT('marking')
  if (waiting) return <Note title={marking('start.waiting')}>{marking('start.waitingText')}</Note>
  if (running)
    return (
      <Note title={t('quiz.running')}>
        {t('quiz.running.text', { answered: running.answered, count: running.count })}
      </Note>
    )
  if (best === null) return null
  const percent = { percent: wholePercent(best) }
  if (passed === 'before') return <Note title={t('quiz.before')}>{t('quiz.before.text', percent)}</Note>
  if (!passed)
    return (
      <Note kind="care" title={t('quiz.notPassed')}>
        {t('quiz.best', percent)}
      </Note>
    )
  return (
    <Note kind="done" title={t(finished ? 'quiz.finished' : 'quiz.passed')}>
      {t('quiz.best', percent)}
    </Note>
  )
}

/** The way from an attempt at an older version to one at the present version; it is asked for once more. */
function Anew({ page: { running, code } }: { page: QuizStart }) {
  const t = useT('learning')
  if (!running?.older) return null
  return (
    <Note title={t('quiz.older')}>
      <p>{t('quiz.older.text')}</p>
      <form method="get" action={paths.quiz(code)}>
        <Button quiet name="anew" value="ask">
          {t('quiz.anew')}
        </Button>
      </form>
    </Note>
  )
}

function PastAttempts({ page: { past, code } }: { page: QuizStart }) {
  const t = useT('learning')
  const marking = useT('marking')
  if (past.length === 0) return null
  return (
    <>
      <Table
        caption={t('quiz.past')}
        rows={past}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'number',
            label: t('quiz.past.number'),
            cell: ({ number }) => t('quiz.past.attempt', { number }),
          },
          { key: 'at', label: t('quiz.past.at'), cell: ({ at }) => formatDate(at) },
          {
            key: 'score',
            label: t('quiz.past.score'),
            cell: ({ score }) => (score === null ? '–' : `${wholePercent(score)}%`),
          },
          {
            key: 'passed',
            label: t('quiz.past.passed'),
            cell: ({ passed }) =>
              passed === null ? marking('start.past') : t(passed ? 'quiz.reached' : 'quiz.notReached'),
          },
        ]}
      />
      <p>
        <a href={paths.quizResult(code)}>{t('quiz.lastResult')}</a>
      </p>
    </>
  )
}
