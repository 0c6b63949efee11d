import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import type { QuizEnd } from './survey-page'
import { surveyPaths } from './survey-paths'

/** After an adaptive quiz: why there are no more questions. */
export function SurveyEndPage({ page }: { page: QuizEnd }) {
  const t = useT('adaptive')
  const survey = useT('survey')
  const at = surveyPaths(page.kind, page.campaignId)
  const { stopped, answered: count, minutes } = page
  return (
    <Main>
      <BackLink to={page.previous ? at.step(page.previous) : at.home()}>
        {survey(page.previous ? 'step.previous' : 'step.list')}
      </BackLink>
      <h1>{t('end.title')}</h1>
      <Note kind="done">
        <p>
          {count === 0
            ? t('end.none')
            : stopped === 'time'
              ? t('end.time', { count, minutes: minutes ?? 0 })
              : t(`end.${stopped}`, { count })}
        </p>
      </Note>
      {count === 0 ? null : <p>{t('end.counted')}</p>}
      <ButtonRow>
        <ButtonLink to={at.home()}>{t('end.go')}</ButtonLink>
        {count === 0 ? null : <a href={at.check()}>{survey('home.checkEarly')}</a>}
      </ButtonRow>
    </Main>
  )
}
