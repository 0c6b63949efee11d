import type { ReactNode } from 'react'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { ReportCrumbs } from './ReportCrumbs'
import { ReportFoot } from './ReportFoot'
import { ReportTabs } from './ReportTabs'
import { SegmentCountsPanel } from './SegmentCountsPanel'
import { SegmentProfile } from './SegmentProfile'
import { segmentTitle } from './segment-title'
import type { SegmentsReport } from './segments-report.server'

type Props = {
  report: SegmentsReport
  /** The modules for a segment, by its index. */ modulesFor: (index: number) => ReactNode
}

/** Groups of people with like gaps, in plain words, and the materials for each. */
export function SegmentsScreen({ report, modulesFor }: Props) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, segments, framework } = report
  const people = segments.reduce((sum, { n }) => sum + n, 0)
  const lead =
    segments.length > 1
      ? t('segments.lead', { count: segments.length, people: formatNumber(locale, people) })
      : undefined
  return (
    <Main wide>
      <ReportCrumbs campaign={campaign} here={t('view.segments')} />
      <PageTitle under={campaign.title[locale]} lead={lead}>
        {t('segments.title', { province: campaign.province })}
      </PageTitle>
      <ReportTabs campaignId={campaign.id} current="segments" domains={framework.domains.length} />
      {people === 0 ? (
        <EmptyState title={t('segments.none.title')} text={t('segments.none.text')} />
      ) : (
        <>
          {segments.length === 1 ? (
            <Note title={t('segments.one.title')}>
              <p>{t('segments.one.text')}</p>
            </Note>
          ) : null}
          {segments.map((segment) => (
            <Panel
              key={segment.index}
              title={segmentTitle(locale, segment, report)}
              end={t('segments.size', {
                count: formatNumber(locale, segment.n),
                percent: formatPercent(locale, segment.n / people),
              })}
            >
              <SegmentProfile segment={segment} report={report} modules={modulesFor(segment.index)} />
            </Panel>
          ))}
          {segments.length > 1 ? <SegmentCountsPanel report={report} /> : null}
          <p className="small muted">{criterionText(locale, report)}</p>
        </>
      )}
      <ReportFoot campaign={campaign} />
    </Main>
  )
}

function criterionText(locale: Locale, { criterion, segments }: SegmentsReport): string {
  const t = getT(locale, 'gaps')
  if (!criterion) return ''
  const found = criterion.tried.find(({ k }) => k === segments.length)
  const rule = t('segments.rule', {
    least: formatNumber(locale, criterion.least, 1),
    smallest: criterion.smallest,
  })
  return found
    ? `${rule} ${t('segments.strength', { strength: formatNumber(locale, found.strength, 2) })}`
    : rule
}
