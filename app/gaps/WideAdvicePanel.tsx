import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { Panel } from '~/ui/Panel'
import type { ConditionsReport, WideAdvice } from './conditions-report.server'
import { actors } from './recommendations'

/** What should be done in the province, by who must do it, and in which communes. */
export function WideAdvicePanel({ report }: { report: ConditionsReport }) {
  const t = useT('gaps')
  const words = useT('segments')
  const requests = useT('requests')
  const { advice } = report
  if (advice.length === 0)
    return (
      <Panel title={t('advice.title')}>
        <p>{t('advice.noneWide')}</p>
      </Panel>
    )
  return (
    <Panel title={t('advice.title')}>
      <div className="flow">
        {actors.map((who) => {
          const own = advice.filter((each) => each.who === who)
          return own.length === 0 ? null : (
            <section key={who}>
              <h3>{words(`who.${who}`)}</h3>
              {own.map((each) => (
                <AdviceLine key={`${each.key} ${each.system ?? ''}`} advice={each} report={report} />
              ))}
            </section>
          )
        })}
      </div>
      <p className="small muted">
        {t('advice.rule')} <a href={paths.requests({ campaign: report.campaign.id })}>{requests('title')}</a>
      </p>
    </Panel>
  )
}

function AdviceLine({ advice, report }: { advice: WideAdvice; report: ConditionsReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, rows } = report
  const system = campaign.systems.find(({ code }) => code === advice.system)?.[locale] ?? ''
  return (
    <details>
      <summary>
        {translateMessage(locale, 'segments', { key: advice.key, values: { system } })}:{' '}
        <b>{t('advice.communes', { count: advice.communes.length, communes: rows.length })}</b>
      </summary>
      <p className="small">
        {advice.communes.map(({ code, name }, i) => (
          <span key={code}>
            {i > 0 ? ', ' : ''}
            <a href={paths.gapsCommune(campaign.id, code)}>{name}</a>
          </span>
        ))}
      </p>
    </details>
  )
}
