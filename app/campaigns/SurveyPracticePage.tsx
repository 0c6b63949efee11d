import { PracticeScreen, type PracticeReply } from '~/assessment/practice/PracticeScreen'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import type { SurveyPractice } from './survey-page'
import { surveyPaths } from './survey-paths'

type SurveyPracticePageProps = { page: SurveyPractice; reply?: PracticeReply }

/** The part of a survey in which work is done in a simulated system. */
export function SurveyPracticePage({ page, reply }: SurveyPracticePageProps) {
  const t = useT('survey')
  const tp = useT('practice')
  const at = surveyPaths(page.kind, page.campaignId)
  const { part, answerId, sittingId } = page
  return (
    <Main>
      <BackLink to={at.home()}>{t('step.list')}</BackLink>
      <p className="small muted">
        {tp('survey.part', {
          section: page.sectionNumber,
          sections: page.sectionCount,
          title: page.sectionTitle,
        })}
      </p>
      <h1>{part.title}</h1>
      {part.ended ? (
        <>
          <Note kind="done" title={tp('survey.ended')}>
            {tp('survey.ended.text')}
          </Note>
          <ButtonRow>
            <ButtonLink to={at.home()}>{tp('survey.toParts')}</ButtonLink>
          </ButtonRow>
          <form method="post" id={mainFormId} hidden />
        </>
      ) : (
        <>
          <p>
            <b>{tp('task.task')}</b> {part.task}
          </p>
          <details open={part.at === 0}>
            <summary>{tp('task.situation')}</summary>
            <p>{part.situation}</p>
            <p>{tp('survey.how', { count: part.minutes })}</p>
          </details>
          <PracticeScreen
            action={at.step(page.step)}
            system={part.system}
            view={part.view}
            hidden={{ practice: 'yes', sittingId, answerId, at: String(part.at) }}
            reply={reply}
            endLabel={tp('survey.end')}
          />
        </>
      )}
    </Main>
  )
}
