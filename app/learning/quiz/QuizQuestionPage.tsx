import type { Entries } from '~/assessment/answer-entry'
import type { StepView } from '~/assessment/present'
import { StepFields } from '~/assessment/StepFields'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Progress } from '~/ui/Progress'
import { LapsedNote } from '../LapsedNote'
import type { AnswerOutcome } from './answer-question.server'
import { ReportLink } from '../problem-reports/ReportLink'
import { FeedbackPanel } from './FeedbackPanel'
import type { QuizQuestion } from './quiz-pages.server'

export type QuizReply = { typed: Entries; outcome: Exclude<AnswerOutcome, { kind: 'saved' | 'over' }> | null }
type Props = { page: QuizQuestion; reply?: QuizReply }

/** One question a page; once it is answered the same page says why, and leads on. */
export function QuizQuestionPage({ page, reply }: Props) {
  const t = useT('learning')
  const { code, number, count, attempt, asked, next } = page
  const kind = reply?.outcome?.kind
  return (
    <Main>
      <BackLink to={paths.quiz(code)}>{t('quiz.back')}</BackLink>
      <LapsedNote lapsed={page.lapsed} to={paths.quizQuestion(code, number)} />
      <Progress
        words={t(attempt > 1 ? 'quiz.progress.attempt' : 'quiz.progress', { number, count, attempt })}
        value={number}
        max={count}
      />
      {kind === 'stale' || kind === 'kept' ? (
        <Note kind="care" role="alert" title={t(`quiz.${kind}`)}>
          {t(`quiz.${kind}.text`)}
        </Note>
      ) : null}
      {page.time ? (
        <p className="muted">
          {t('quiz.time', { time: formatDateTime(page.time.endsAt), minutes: page.time.minutes })}
        </p>
      ) : null}
      {asked.kind === 'question' ? (
        <Question page={page} view={asked.view} reply={kind === 'stale' ? undefined : reply} />
      ) : (
        <>
          {asked.kind === 'kept' ? (
            <>
              <h1>{t('quiz.keptAnswer')}</h1>
              <p>{t('quiz.keptAnswer.text')}</p>
            </>
          ) : (
            <FeedbackPanel feedback={asked.feedback} />
          )}
          <ButtonRow>
            <ButtonLink to={next === null ? paths.quizResult(code) : paths.quizQuestion(code, next)}>
              {next === null ? t('quiz.toResult') : t('quiz.next', { number: next })}
            </ButtonLink>
          </ButtonRow>
          {/* The language switch of the page sends the main form, here an empty one. */}
          <form method="post" id={mainFormId} hidden />
        </>
      )}
      {page.report ? <ReportLink kind="item" of={page.report} /> : null}
    </Main>
  )
}

type QuestionProps = { page: QuizQuestion; view: StepView; reply?: QuizReply }

function Question({ page, view, reply }: QuestionProps) {
  const t = useT('learning')
  const survey = useT('survey')
  const fault = reply?.outcome?.kind === 'fault' ? reply.outcome : null
  const error = fault ? survey(`fault.${fault.fault}`, fault.values) : undefined
  return (
    <>
      {error ? <ErrorSummary title={t('quiz.error')} errors={[{ fieldId: 'answer', text: error }]} /> : null}
      <form method="post" id={mainFormId} noValidate>
        <input type="hidden" name="attempt" value={page.attemptId} />
        <input type="hidden" name="learner" value={page.learner} />
        <StepFields
          view={view}
          filled={reply?.typed ?? {}}
          error={error}
          unknownHint={t('quiz.unknown.hint')}
        />
        <ButtonRow>
          <Button>{t('quiz.answer')}</Button>
        </ButtonRow>
      </form>
    </>
  )
}

/** A question asked for before the quiz has begun, on a machine that keeps no cookies, or after a session has lapsed. */
export function QuizNotBegunPage({ code, lapsed, to }: { code: string; lapsed: boolean; to: string }) {
  const t = useT('learning')
  return (
    <Main>
      <LapsedNote lapsed={lapsed} to={to} />
      <h1>{t(lapsed ? 'quiz.title' : 'quiz.notBegun')}</h1>
      {lapsed ? (
        <p>{t('quiz.lapsed')}</p>
      ) : (
        <>
          <p>{t('quiz.notBegun.text')}</p>
          <p>{t('quiz.notBegun.cookies')}</p>
        </>
      )}
      <ButtonRow>
        <ButtonLink quiet={lapsed} to={paths.quiz(code)}>
          {t('quiz.toStart')}
        </ButtonLink>
      </ButtonRow>
      <form method="post" id={mainFormId} hidden />
    </Main>
  )
}
