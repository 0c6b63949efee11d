import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { Panel } from '~/ui/Panel'
import type { CommuneReport } from './commune-report.server'
import { actors } from './recommendations'

/** What should be done in a commune, by who must do it, each with what it rests on. */
export function AdvicePanel({ report }: { report: CommuneReport }) {
  const t = useT('gaps')
  const words = useT('segments')
  const locale = useLocale()
  const { recommendations, inCharge, campaign } = report
  const nameOf = (code: string | undefined) =>
    campaign.systems.find((each) => each.code === code)?.[locale] ?? ''
  return (
    <Panel title={t('advice.title')}>
      {recommendations.length === 0 ? <p>{t('advice.none')}</p> : null}
      {actors.map((who) => {
        const own = recommendations.filter((each) => each.who === who)
        return own.length === 0 ? null : (
          <section key={who}>
            <h3>{words(`who.${who}`)}</h3>
            <ul>
              {own.map(({ key, values, because, system }) => (
                <li key={`${key} ${system ?? ''}`}>
                  {translateMessage(locale, 'segments', {
                    key,
                    values: { ...values, system: nameOf(system) },
                  })}{' '}
                  <small className="muted">({translateMessage(locale, 'segments', because)})</small>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {inCharge ? <p className="small muted">{translateMessage(locale, 'segments', inCharge)}</p> : null}
    </Panel>
  )
}
