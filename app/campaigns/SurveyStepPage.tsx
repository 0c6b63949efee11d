import type { Entries } from '~/assessment/answer-entry'
import { StepFields } from '~/assessment/StepFields'
import { ReportLink } from '~/learning/problem-reports/ReportLink'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Progress } from '~/ui/Progress'
import type { SurveyStep } from './survey-page'
import { surveyPaths } from './survey-paths'

export type Fault = { key: FaultKey; values?: Record<string, number> }
type Props = { page: SurveyStep; typed?: Entries; fault?: Fault }
type FaultKey =
  | 'unknownAndMore'
  | 'notNumber'
  | 'outOfRange'
  | 'tooLong'
  | 'tooManyWords'
  | 'incomplete'
  | 'unfinished'
  | 'gapEmpty'
  | 'halfSquare'
  | 'sameRank'
  | 'notAnOption'
  | 'chooseOrUnknown'
  | 'required'

/** One question a page: the answer is saved when the form is sent, whichever button sends it. */
export function SurveyStepPage({ page, typed, fault }: Props) {
  const t = useT('survey')
  const at = surveyPaths(page.kind, page.campaignId)
  const adaptive = useT('adaptive')
  const place = {
    section: page.sectionNumber,
    sections: page.sectionCount,
    title: page.sectionTitle,
    number: page.number,
  }
  const words =
    page.most === null
      ? t('step.progress', { ...place, count: page.count })
      : adaptive('progress', { ...place, most: page.most })
  const error = fault ? t(`fault.${fault.key}`, fault.values) : undefined
  return (
    <Main>
      <BackLink to={page.previous ? at.step(page.previous) : at.home()}>
        {t(page.previous ? 'step.previous' : 'step.list')}
      </BackLink>
      <Progress words={words} value={page.number} max={page.count} />
      {error ? <ErrorSummary errors={[{ fieldId: 'answer', text: error }]} /> : null}
      <form method="post" id={mainFormId} noValidate>
        <input type="hidden" name="sittingId" value={page.sittingId} />
        <input type="hidden" name="answerId" value={page.answerId} />
        <StepFields view={page.view} filled={typed ?? page.filled} error={error} />
        {page.most === null ? null : <p className="small muted">{adaptive('question.kept')}</p>}
        <ButtonRow>
          <Button name="then" value="next">
            {t('step.save')}
          </Button>
          <Button name="then" value="rest" quiet>
            {t('step.rest')}
          </Button>
        </ButtonRow>
      </form>
      {page.itemId ? <ReportLink kind="item" of={page.itemId} /> : null}
    </Main>
  )
}
