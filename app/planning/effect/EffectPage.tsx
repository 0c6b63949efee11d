import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Tabs } from '~/ui/Tabs'
import { ComparedPanel } from './ComparedPanel'
import { leastCommunes, leastSide, type Estimate } from './did'
import { ModulesPanel } from './ModulesPanel'
import type { EffectView } from './view-effect.server'

/** What a plan did, by people measured before and after, next to what it was expected to do. */
export function EffectPage({ view }: { view: EffectView }) {
  const t = useT('carry')
  const locale = useLocale()
  const { plan, base, campaigns, chosen, effect } = view
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.plans(), label: t('crumb.plans') },
          { to: paths.plan(plan.id), label: plan.title[locale] },
          { to: paths.planFollowUp(plan.id), label: t('follow.short') },
          { label: t('effect.title') },
        ]}
      />
      <PageTitle under={plan.title[locale]} lead={useConclusion(effect?.data.ability ?? null)}>
        {t('effect.title')}
      </PageTitle>
      {!base ? <EmptyState title={t('effect.noBase')} text={t('effect.noBaseText')} /> : null}
      {base && !chosen ? (
        <EmptyState
          title={t('effect.noLater')}
          text={t('effect.noLaterText', { title: base.title[locale], date: formatDate(base.closedAt) })}
          action={<a href={paths.newCampaign()}>{t('effect.newCampaign')}</a>}
        />
      ) : null}
      {campaigns.length > 1 ? (
        <Tabs
          label={t('effect.which')}
          items={campaigns.map(({ id, title }) => ({
            to: paths.planEffect(plan.id, { campaign: id }),
            label: title[locale],
            current: id === chosen?.id,
          }))}
        />
      ) : null}
      {base && chosen ? (
        <p>
          {t('effect.between', {
            before: base.title[locale],
            beforeDate: formatDate(base.closedAt),
            after: chosen.title[locale],
            afterDate: formatDate(chosen.closedAt),
          })}
        </p>
      ) : null}
      {chosen && !effect ? (
        <Panel title={t('effect.measureTitle')}>
          <p>{t('effect.measureText')}</p>
          <form method="post" action={paths.planEffect(plan.id, { campaign: chosen.id })}>
            <HiddenFields values={{ campaign: chosen.id }} />
            <ButtonRow>
              <Button>{t('effect.measure')}</Button>
            </ButtonRow>
          </form>
        </Panel>
      ) : null}
      {effect && !effect.data.ability ? (
        <Note kind="care">
          {t('effect.few', { people: leastSide, communes: leastCommunes, count: effect.data.people })}
        </Note>
      ) : null}
      {effect?.data.ability ? (
        <ComparedPanel view={view} ability={effect.data.ability} below={effect.data.below} />
      ) : null}
      {effect ? <ModulesPanel modules={view.modules} /> : null}
      {effect ? (
        <Panel title={t('effect.howTitle')}>
          <p>
            <b>{t('effect.observed')}</b> {t('effect.observedText')}
          </p>
          <p>{t('effect.how')}</p>
          <p>
            {t('effect.partly', {
              partly: formatNumber(locale, effect.data.partly),
              count: effect.data.partly,
            })}
          </p>
          <p className="small muted">
            {t('effect.method', { method: effect.data.method, date: formatDate(effect.at) })}
          </p>
        </Panel>
      ) : null}
    </Main>
  )
}

/** The claim that the interval allows, in one sentence; none before anything was measured. */
function useConclusion(ability: Estimate | null): string | undefined {
  const t = useT('carry')
  if (!ability) return undefined
  if (ability.low > 0) return t('effect.more')
  return t(ability.high < 0 ? 'effect.less' : 'effect.unclear')
}
