import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import type { SurveyHome } from './survey-pages.server'

/** After submission: what happened, who sees it, what comes next. */
export function SurveyDonePage({ survey }: { survey: SurveyHome }) {
  const t = useT('survey')
  const own = survey.kind === 'person'
  return (
    <Main>
      <h1>{t('done.title')}</h1>
      <Note kind="done">
        <p>{t(own ? 'done.text' : 'done.text.commune')}</p>
      </Note>
      <p>{t('done.next', { date: formatDate(survey.closesOn) })}</p>
      <ButtonRow>
        {own ? <ButtonLink to={paths.result(survey.campaignId)}>{t('home.result')}</ButtonLink> : null}
        {own ? (
          <a href={paths.tasks()}>{t('back.tasks')}</a>
        ) : (
          <ButtonLink to={paths.desk()}>{t('back.desk')}</ButtonLink>
        )}
      </ButtonRow>
    </Main>
  )
}
