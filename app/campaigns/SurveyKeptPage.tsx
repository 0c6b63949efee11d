import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import type { KeptStep } from './survey-page'
import { surveyPaths } from './survey-paths'

/** A question of an adaptive quiz that was answered, to be read again. */
export function SurveyKeptPage({ page }: { page: KeptStep }) {
  const t = useT('adaptive')
  const survey = useT('survey')
  const at = surveyPaths(page.kind, page.campaignId)
  const { view, filled, number, most } = page
  const options = view.kind === 'choice' ? view.options : []
  return (
    <Main>
      <BackLink to={page.previous ? at.step(page.previous) : at.home()}>
        {survey(page.previous ? 'step.previous' : 'step.list')}
      </BackLink>
      <p className="muted">
        {t('progress', {
          section: page.sectionNumber,
          sections: page.sectionCount,
          title: page.sectionTitle,
          number,
          most,
        })}
      </p>
      <h1 className="question">{view.text}</h1>
      <Note>
        <p>{t('kept.why')}</p>
      </Note>
      {options.length > 0 ? (
        <ul>
          {options.map(({ value, label }) => (
            <li key={value}>
              {label} {filled.v?.includes(value) ? <Tag kind="now">{t('kept.chosen')}</Tag> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Panel title={t('kept.answer')}>
        <p>{page.answer}</p>
      </Panel>
      <ButtonRow>
        <ButtonLink to={at.step(page.next)}>{t(`kept.next.${page.nextIs}`)}</ButtonLink>
        <a href={at.home()}>{survey('step.list')}</a>
      </ButtonRow>
    </Main>
  )
}
