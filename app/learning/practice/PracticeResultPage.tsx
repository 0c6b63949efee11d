import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Tag } from '~/ui/Tag'
import { wholePercent } from '../quiz/attempt'
import type { PracticeResult } from './practice-views.server'

/** What a try showed, step by step, and how it can be done. */
export function PracticeResultPage({ page }: { page: PracticeResult }) {
  const t = useT('practice')
  const { code, title, score, best, steps, competencies, model } = page
  const full = steps.filter(({ points, of }) => points === of).length
  return (
    <Main>
      <BackLink to={paths.practice(code)}>{title}</BackLink>
      <PageTitle lead={t('result.lead', { percent: wholePercent(score), full, count: steps.length })}>
        {t('result.title')}
      </PageTitle>
      {best > score ? <p>{t('result.best', { percent: wholePercent(best) })}</p> : null}
      <h2>{t('result.steps')}</h2>
      <ol className="practice-steps">
        {steps.map(({ id, text, why, points, of }) => (
          <li key={id}>
            <b>{text}</b>{' '}
            <Tag kind={points === of ? 'ok' : points > 0 ? 'now' : 'care'}>
              {t(points === of ? 'result.met' : points > 0 ? 'result.half' : 'result.missed')}
            </Tag>
            <p>{why}</p>
          </li>
        ))}
      </ol>
      <h2>{t('result.competencies')}</h2>
      <ul>
        {competencies.map((each) => (
          <li key={each.code}>
            {t('result.competency', { code: each.code, name: each.name, percent: wholePercent(each.score) })}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('result.model')}</summary>
        <ol>
          {model.map(({ screen, filled, action }, i) => (
            <li key={i}>
              {t('result.move', { screen })}{' '}
              {filled.length > 0 ? (
                <ul>
                  {filled.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              ) : null}
              {t('result.press')} <b>{action}</b>
            </li>
          ))}
        </ol>
      </details>
      <form method="post" action={paths.practice(code)}>
        <ButtonRow>
          <Button>{t('start.again')}</Button>
          <ButtonLink quiet to={paths.practices()}>
            {t('result.others')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Main>
  )
}
