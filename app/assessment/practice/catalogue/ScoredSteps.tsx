import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Scenario } from '../scenario'

/** The scored steps in one language, with their points and what is said of each afterwards. */
export function ScoredSteps({ scenario: { scoring }, locale }: { scenario: Scenario; locale: Locale }) {
  const t = getT(locale, 'route')
  return (
    <div className="panel">
      <ol>
        {scoring.map(({ id, text, competency, points, half, met, missed }) => (
          <li key={id}>
            <b>{text[locale]}</b>{' '}
            <span className="small muted">
              {[competency, t('score.points', { count: points }), ...(half ? [t('score.half')] : [])].join(
                ', ',
              )}
            </span>
            <div>
              {t('score.met')} {met[locale]}
            </div>
            <div>
              {t('score.missed')} {missed[locale]}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
