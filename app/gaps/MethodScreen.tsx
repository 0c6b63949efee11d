import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList, type Definition } from '~/ui/DefinitionList'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { methodPoints } from './method-points'
import type { MethodReport } from './method-report.server'

/** How the figures come about, in plain words, and what they were made from. */
export function MethodScreen({ report }: { report: MethodReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, framework, form, communeForm, standard, calibrated, canSeeProvince, ownCommune } = report
  const versioned = (thing: { title: { vi: string; en: string }; version: number }) =>
    t('method.versioned', { title: thing.title[locale], version: thing.version })
  const back = canSeeProvince
    ? [{ to: paths.gaps(campaign.id), label: t('crumb.gaps') }]
    : ownCommune
      ? [{ to: paths.gapsCommune(campaign.id, ownCommune), label: t('crumb.gaps') }]
      : []
  return (
    <Main>
      <Crumbs items={[...back, { label: t('method.title') }]} />
      <PageTitle lead={t('method.lead')}>{t('method.title')}</PageTitle>
      {methodPoints.map(({ title, text }) => (
        <section key={title}>
          <h2>{t(title)}</h2>
          <p>{t(text)}</p>
          {title === 'method.below.title' ? <p>{standard.method[locale]}</p> : null}
        </section>
      ))}
      <Panel title={t('method.made')}>
        <DefinitionList
          items={[
            { term: t('method.campaign'), description: campaign.title[locale] },
            { term: t('method.province'), description: campaign.province },
            {
              term: t('method.cut'),
              description: campaign.closedAt ? formatDateTime(campaign.closedAt) : t('method.notYet'),
            },
            { term: t('method.version'), description: report.method ?? t('method.unkept') },
            { term: t('method.framework'), description: versioned(framework) },
            {
              term: t('method.standard'),
              description: t(calibrated ? 'method.calibrated' : 'method.expected', {
                version: standard.version,
              }),
            },
            { term: t('method.form'), description: versioned(form) },
            ...(communeForm ? [{ term: t('method.communeForm'), description: versioned(communeForm) }] : []),
            ...useSnapshotFacts(report),
          ]}
        />
      </Panel>
    </Main>
  )
}

/** What was kept of the figures when they were released. */
function useSnapshotFacts({ snapshot, communeForm }: MethodReport): Definition[] {
  const t = useT('gaps')
  const locale = useLocale()
  if (!snapshot) return []
  const { asked, submitted, communeForms, estimatedAt, hash, holds } = snapshot
  const number = (n: number) => formatNumber(locale, n)
  return [
    {
      term: t('method.answers'),
      description: t('method.answersOf', { submitted: number(submitted), asked: number(asked) }),
    },
    ...(communeForm ? [{ term: t('method.communeForms'), description: number(communeForms) }] : []),
    { term: t('method.released'), description: formatDateTime(estimatedAt) },
    {
      term: t('method.hash'),
      description: (
        <>
          <code>{hash.match(/.{8}/g)?.join(' ')}</code>
          <br />
          {t(holds ? 'method.hashHolds' : 'method.hashChanged')}
        </>
      ),
    },
  ]
}
