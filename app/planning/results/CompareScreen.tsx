import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { CompareResults } from './CompareResults'
import { CompareSettings } from './CompareSettings'
import { CompareStandings } from './CompareStandings'
import type { Comparison, SolvedScenario } from './compare.server'

/** Up to four scenarios side by side: what differs in their settings, what each comes to, and what of it is sure. */
export function CompareScreen({ view }: { view: Comparison }) {
  const t = useT('plans')
  const locale = useLocale()
  const { plan, scenarios, manages } = view
  const solved = scenarios.filter((each): each is SolvedScenario => each.solved !== null)
  const best = [...solved].sort((a, b) => b.solved.value - a.solved.value)[0]
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.plans(), label: t('title') },
          { to: paths.plan(plan.id), label: plan.title[locale] },
          { label: t('compare.title') },
        ]}
      />
      <PageTitle
        lead={
          best && solved.length > 1
            ? t('compare.lead', { name: best.line.name, count: solved.length })
            : undefined
        }
        actions={
          manages && solved.length > 0 ? (
            <ButtonLink to={paths.approvePlan(plan.id)}>{t('action.approve')}</ButtonLink>
          ) : undefined
        }
      >
        {t('compare.title')}
      </PageTitle>
      {solved.length < 2 || !best ? (
        <EmptyState
          title={t('compare.few')}
          text={t('compare.fewText')}
          action={<ButtonLink to={paths.plan(plan.id)}>{t('compare.back')}</ButtonLink>}
        />
      ) : (
        <>
          <CompareResults planId={plan.id} solved={solved} />
          <CompareStandings best={best} solved={solved} />
        </>
      )}
      {scenarios.length > 1 ? <CompareSettings view={view} /> : null}
    </Main>
  )
}
