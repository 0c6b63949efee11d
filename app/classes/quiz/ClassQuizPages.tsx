import type { Entries } from '~/assessment/answer-entry'
import { StepFields } from '~/assessment/StepFields'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Progress } from '~/ui/Progress'
import type { QuizDoor, QuizStep, StepOutcome } from './sittings.server'

/** Before a quiz of a class, in the middle of it, and after it. */
export function ClassQuizPage({ door }: { door: QuizDoor }) {
  const t = useT('classes')
  const locale = useLocale()
  const { class: found, form, time, count, answered, begun, submitted, score } = door
  return (
    <Main>
      <BackLink to={paths.myClass(found.id)}>{found.title[locale]}</BackLink>
      <PageTitle lead={t('quiz.lead', { count })}>{t(`quiz.${form}`)}</PageTitle>
      {submitted ? (
        <Note kind="done" title={t('quiz.submitted')}>
          {t('quiz.score', { score: formatPercent(locale, score ?? 0) })}
        </Note>
      ) : time === 'open' ? (
        <>
          <ul>
            <li>{t('quiz.oneByOne')}</li>
            <li>{t('quiz.unknown')}</li>
            <li>{t('quiz.saved')}</li>
            <li>{t('quiz.who')}</li>
          </ul>
          {begun ? <p>{t('quiz.progress', { answered, count })}</p> : null}
          <form method="post">
            <ButtonRow>
              <Button>{t(begun ? 'quiz.continue' : 'quiz.start')}</Button>
            </ButtonRow>
          </form>
        </>
      ) : (
        <Note kind="care">{t(`quiz.closed.${time}`)}</Note>
      )}
    </Main>
  )
}

type ClassQuestionPageProps = {
  step: QuizStep
  reply?: { typed: Entries; fault: Extract<StepOutcome, { kind: 'fault' }> | null }
}

/** One question a page; its first answer is kept, and nothing tells whether it is right. */
export function ClassQuestionPage({ step, reply }: ClassQuestionPageProps) {
  const t = useT('classes')
  const survey = useT('survey')
  const locale = useLocale()
  const { class: found, form, number, count, view } = step
  const fault = reply?.fault
  const error = fault
    ? fault.fault === 'empty'
      ? t('quiz.empty')
      : survey(`fault.${fault.fault}`, fault.values)
    : undefined
  return (
    <Main>
      <ErrorSummary errors={error ? [{ fieldId: 'answer', text: error }] : []} />
      <BackLink to={paths.classQuiz(found.id, form)}>{found.title[locale]}</BackLink>
      <Progress words={t('quiz.number', { number, count })} value={number} max={count} />
      {view ? (
        <form method="post" id={mainFormId} noValidate>
          <StepFields
            view={view}
            filled={reply?.typed ?? {}}
            error={error}
            unknownHint={t('quiz.unknownHint')}
          />
          <ButtonRow>
            <Button>{t('quiz.answer')}</Button>
          </ButtonRow>
        </form>
      ) : null}
    </Main>
  )
}
