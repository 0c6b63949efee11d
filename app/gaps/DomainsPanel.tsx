import { paths } from '~/paths'
import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EstimateDot } from '~/ui/EstimateDot'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { CommuneGap, CommuneReport } from './commune-report.server'
import { isShown } from './figures'
import { missingWords, rangeText } from './share-text'

/** Every domain, and inside each its competencies, of a commune beside the province. */
export function DomainsPanel({ report }: { report: CommuneReport }) {
  const t = useT('gaps')
  const domains = report.gaps.filter(({ measure }) => measure.isDomain)
  const inside = (domain: string) =>
    report.gaps.filter(
      ({ measure, figure }) => !measure.isDomain && measure.domain === domain && figure !== null,
    )
  return (
    <Panel title={t('domains.title')}>
      <GapTable report={report} gaps={domains} caption={t('domains.caption')} />
      <details>
        <summary>{t('domains.more')}</summary>
        <GapTable
          report={report}
          gaps={domains.flatMap(({ measure }) => inside(measure.domain))}
          caption={t('domains.competencies')}
        />
      </details>
    </Panel>
  )
}

function GapTable({ report, gaps, caption }: { report: CommuneReport; gaps: CommuneGap[]; caption: string }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, canSeeProvince } = report
  const name = ({ measure }: CommuneGap) =>
    `${measure.isDomain ? measure.domain : measure.code} ${measure.name[locale]}`
  return (
    <Table
      caption={caption}
      rows={gaps}
      rowKey={({ measure }) => measure.code}
      columns={[
        {
          key: 'name',
          label: t('domains.name'),
          cell: (gap) =>
            canSeeProvince ? (
              <a href={paths.gapsCompetency(campaign.id, gap.measure.code)}>{name(gap)}</a>
            ) : (
              name(gap)
            ),
        },
        { key: 'figure', label: t('first.share'), figure: true, cell: (gap) => <GapDot gap={gap} /> },
        {
          key: 'estimate',
          label: t('first.estimate'),
          align: 'end',
          cell: ({ figure, claim }) =>
            isShown(figure) ? (
              <>
                <b>{formatPercent(locale, figure.share)}</b> <small>{rangeText(locale, figure)}</small>
                <br />
                <small>
                  {t('first.n', { count: figure.n })} · {t(`standing.${claim.standing}`)}
                </small>
              </>
            ) : (
              <small>{t(missingWords(figure))}</small>
            ),
        },
      ]}
    />
  )
}

function GapDot({ gap: { figure, province } }: { gap: CommuneGap }) {
  const t = useT('gaps')
  if (!isShown(figure)) return null
  const compare = isShown(province) ? { name: t('province.name'), value: province.share } : undefined
  return <EstimateDot tone="gap" value={figure.share} low={figure.low} high={figure.high} compare={compare} />
}
