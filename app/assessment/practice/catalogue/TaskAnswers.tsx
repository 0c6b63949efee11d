import { BothLanguages } from '~/assessment/catalogue/BothLanguages'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { presentModel } from '../present'
import type { Mistake, Scenario } from '../scenario'
import { mistakeScore } from './mistake-score'

/** How the task is done, and what the mistakes that people make cost. */
export function TaskAnswers({ scenario }: { scenario: Scenario }) {
  const t = useT('route')
  return (
    <>
      <h2>{t('model.title')}</h2>
      <BothLanguages>{(each) => <Model scenario={scenario} locale={each} />}</BothLanguages>
      <h2>{t('mistakes.title')}</h2>
      <BothLanguages>
        {(each) => (
          <div className="panel">
            <ul>
              {scenario.mistakes.map((mistake) => (
                <MistakeLines key={mistake.name.vi} mistake={mistake} scenario={scenario} locale={each} />
              ))}
            </ul>
          </div>
        )}
      </BothLanguages>
    </>
  )
}

function Model({ scenario, locale }: { scenario: Scenario; locale: Locale }) {
  const t = getT(locale, 'route')
  return (
    <div className="panel">
      <ol>
        {presentModel(scenario, locale).map(({ screen, filled, action }, i) => (
          <li key={i}>
            {t('model.move', { screen })}
            {filled.length > 0 ? (
              <ul>
                {filled.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            ) : (
              ' '
            )}
            {t('model.press', { action })}
          </li>
        ))}
      </ol>
    </div>
  )
}

type MistakeLinesProps = { mistake: Mistake; scenario: Scenario; locale: Locale }

function MistakeLines({ mistake, scenario, locale }: MistakeLinesProps) {
  const t = getT(locale, 'route')
  const { points, of, lost } = mistakeScore(scenario, mistake)
  const names = scenario.scoring.flatMap(({ id, text }) => (lost.includes(id) ? [text[locale]] : []))
  return (
    <li>
      <b>{mistake.name[locale]}</b>
      <div>
        {t('mistakes.score', {
          points: formatNumber(locale, points, Number.isInteger(points) ? 0 : 1),
          of,
          percent: formatPercent(locale, points / of),
        })}{' '}
        {names.length > 0 ? t('mistakes.lost', { names: names.join('; ') }) : null}
      </div>
    </li>
  )
}
