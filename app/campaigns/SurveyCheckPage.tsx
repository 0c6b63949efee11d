import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import type { CheckedStep, SurveyCheck } from './survey-pages.server'
import { surveyPaths } from './survey-paths'

/** All answers before submission, each with a link that changes it and comes back. */
export function SurveyCheckPage({ page, missing }: { page: SurveyCheck; missing: string[] }) {
  const t = useT('survey')
  const adaptive = useT('adaptive')
  const practice = useT('practice')
  const at = surveyPaths(page.kind, page.campaignId)
  const unanswered = page.sections.reduce((sum, section) => sum + section.unanswered, 0)
  const steps = page.sections.flatMap((section) => section.steps)
  return (
    <Main>
      <BackLink to={at.home()}>{t('step.list')}</BackLink>
      <h1>{t('check.title')}</h1>
      <ErrorSummary
        errors={missing.map((step) => ({
          fieldId: step,
          text: t('check.missing', { question: steps.find((each) => each.step === step)?.question ?? step }),
        }))}
      />
      <Note kind={unanswered > 0 || page.quizGoesOn ? 'care' : 'info'}>
        {unanswered > 0 ? <p>{t('check.unanswered', { count: unanswered })}</p> : null}
        {unanswered === 0 && !page.quizGoesOn ? <p>{t('check.complete')}</p> : null}
        {page.quizGoesOn ? (
          <p>
            {adaptive('check.goesOn')} <a href={at.step(page.quizGoesOn)}>{adaptive('check.goOn')}</a>
          </p>
        ) : null}
        <p>{t('check.final')}</p>
      </Note>
      {page.sections.map((section) => (
        <section key={section.code} id={section.code}>
          <Table
            caption={<h2>{section.title}</h2>}
            rows={section.steps}
            rowKey={({ step }) => step}
            columns={[
              {
                key: 'question',
                label: t('check.question'),
                rowHeader: true,
                cell: ({ step, question }) => <span id={step}>{question}</span>,
              },
              { key: 'answer', label: t('check.answer'), cell: answerCell },
              { key: 'change', label: t('check.change'), labelHidden: true, align: 'end', cell: changeCell },
            ]}
            empty={adaptive(page.quizGoesOn ? 'check.nothing' : 'check.empty')}
          />
          {section.steps.some(({ hidden }) => hidden) ? (
            <p className="small muted">{t('check.notCounted.text')}</p>
          ) : null}
          {section.steps.some(({ kept }) => kept === 'quiz') ? (
            <p className="small muted">{adaptive('check.kept')}</p>
          ) : null}
        </section>
      ))}
      <form method="post">
        <ButtonRow>
          <Button>{t('check.submit')}</Button>
          <a href={at.home()}>{t('check.later')}</a>
        </ButtonRow>
      </form>
    </Main>
  )

  function answerCell({ answer, begun, hidden }: CheckedStep) {
    if (hidden)
      return (
        <>
          {answer} <Tag kind="plain">{t('check.notCounted')}</Tag>
        </>
      )
    if (answer !== null) return answer
    return <Tag kind="care">{begun ? practice('survey.begun') : t('check.none')}</Tag>
  }

  function changeCell({ step, question, answer, kept, begun, hidden }: CheckedStep) {
    if (hidden) return null
    return kept ? (
      <a href={at.step(step)}>
        {adaptive('check.read')}
        <VisuallyHidden>: {question}</VisuallyHidden>
      </a>
    ) : (
      <a href={at.step(step, { back: 'check' })}>
        {begun ? practice('start.goOn') : t(answer === null ? 'check.give' : 'check.edit')}
        <VisuallyHidden>: {question}</VisuallyHidden>
      </a>
    )
  }
}
