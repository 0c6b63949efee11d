import { breakSeconds, longestSeconds } from '~/assessment/adaptive/settings'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import type { QuizDoor } from './survey-page'
import { surveyPaths } from './survey-paths'

/** Before the first question of an adaptive quiz: how it chooses, how long it is at most, what cannot be changed. */
export function SurveyDoorPage({ page }: { page: QuizDoor }) {
  const t = useT('adaptive')
  const survey = useT('survey')
  const { kind, campaignId, sittingId, answerId, sectionNumber, sectionCount, most, minutes, pilots } = page
  return (
    <Main>
      <BackLink to={surveyPaths(kind, campaignId).home()}>{survey('step.list')}</BackLink>
      <p className="muted">{t('door.place', { section: sectionNumber, sections: sectionCount })}</p>
      <h1>{page.sectionTitle}</h1>
      <p>{t('door.lead')}</p>
      <ul>
        <li>{t('door.most', { most })}</li>
        <li>{t('door.easy')}</li>
        <li>{survey('home.unknown')}</li>
        <li>{t('door.kept')}</li>
        {minutes === null ? null : (
          <li>{t('door.minutes', { minutes, away: longestSeconds / 60, pause: breakSeconds / 60 })}</li>
        )}
        {pilots ? <li>{t('door.pilots')}</li> : null}
        <li>{survey('home.saved')}</li>
        <li>{t('door.seen')}</li>
      </ul>
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ sittingId, answerId }} />
        <ButtonRow>
          <Button>{t('door.start')}</Button>
        </ButtonRow>
      </form>
    </Main>
  )
}
