import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import type { CampaignView } from './view-campaign.server'

/** How many communes have answered their own form; a leader reads of the own one. */
export function CommuneFormsPanel({ campaign }: { campaign: CampaignView }) {
  const t = useT('campaigns')
  const asked = campaign.rates.filter(({ form }) => form !== null)
  if (asked.length === 0) return null
  if (!campaign.manages) {
    return (
      <Panel title={t('communeForms.title')}>
        {asked.map(({ code, form }) => (form ? <p key={code}>{t(`communeForms.own.${form}`)}</p> : null))}
        {campaign.phase === 'running' && asked.some(({ form }) => form !== 'submitted') ? (
          <p>
            <a href={paths.communeSurvey(campaign.id)}>{t('communeForms.answer')}</a>
          </p>
        ) : null}
      </Panel>
    )
  }
  const done = asked.filter(({ form }) => form === 'submitted').length
  return (
    <Panel title={t('communeForms.title')}>
      <p>
        <b>{t('communeForms.done', { done, count: asked.length })}</b> {t('communeForms.text')}{' '}
        {done < asked.length ? (
          <a href={`${paths.missing(campaign.id)}#forms`}>
            {t('communeForms.missing', { count: asked.length - done })}
          </a>
        ) : null}
      </p>
    </Panel>
  )
}
